import { readText } from './read.ts';

/** What a process may, from proc_pid_status(5). */
export type ProcessPrivileges = {
	/** The effective set, in hexadecimal. */
	readonly capabilities: string;
	readonly noNewPrivileges: boolean;
};

/** Undefined if it is gone. */
export function privilegesOf(pid: number, procfs = '/proc'): ProcessPrivileges | undefined {
	const status = readText(`${procfs}/${pid}/status`);
	return status === undefined
		? undefined
		: {
				capabilities: /^CapEff:\s*(\w+)$/m.exec(status)?.[1] ?? '0',
				noNewPrivileges: /^NoNewPrivs:\s*1$/m.test(status),
			};
}
