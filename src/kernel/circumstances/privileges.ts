import type { KernelFiles } from '../port/kernel-files.ts';
import { readText } from '../read.ts';
import { type Capability, decodeCapabilities } from '../../lesson/capability.ts';

/** What the kernel lets this process do, and what may never be added to it. */
export type Privileges = {
	/** The effective user id, in our own user namespace. */
	readonly uid: number;
	readonly effective: ReadonlySet<Capability>;
	/** What even a setuid program could get, such as sudo. */
	readonly bounding: ReadonlySet<Capability>;
	/** Then sudo has no effect; PR_SET_NO_NEW_PRIVS(2const). */
	readonly noNewPrivileges: boolean;
	/** A filter decides system call by system call; seccomp(2). */
	readonly seccomp: 'off' | 'strict' | 'filter';
};

export function readPrivileges(files: KernelFiles): Privileges {
	return parsePrivileges(readText(files, '/proc/self/status') ?? '');
}

/** proc_pid_status(5). A kernel without seccomp has no line for it. */
export function parsePrivileges(status: string): Privileges {
	const fields = new Map(
		[...status.matchAll(/^(\w+):\s*(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
	);
	const field = (name: string) => fields.get(name) ?? '0';
	return {
		uid: Number(field('Uid').split(/\s+/)[1] ?? 0),
		effective: decodeCapabilities(field('CapEff')),
		bounding: decodeCapabilities(field('CapBnd')),
		noNewPrivileges: field('NoNewPrivs') === '1',
		seccomp: (['off', 'strict', 'filter'] as const)[Number(field('Seccomp'))] ?? 'filter',
	};
}
