import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmdirSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Hierarchy, readHierarchies } from './hierarchies.ts';

/** A group of ours in one of the hierarchies. */
export type ControlGroup = Hierarchy & { readonly group: string };

/**
 * Makes a group of that name in every hierarchy of this machine.
 * @param shares of the processor, as cpu.shares counts them: a process outside has 1024
 */
export function makeControlGroups(name: string, shares: number): readonly ControlGroup[] {
	return readHierarchies().map((hierarchy) => {
		const group = join(hierarchy.parent, name);
		mkdirSync(group);
		// A new group of this controller holds no process before it is told on which processors.
		for (const file of ['cpuset.cpus', 'cpuset.mems']) {
			if (hierarchy.type === 'cgroup' && existsSync(join(group, file))) {
				writeFileSync(join(group, file), readFileSync(join(hierarchy.parent, file)));
			}
		}
		writeIfThere(join(group, 'cpu.shares'), shares);
		// The same for cgroup v2, where a process outside has 100.
		writeIfThere(join(group, 'cpu.weight'), Math.min(10_000, Math.max(1, Math.round(shares / 10))));
		return { ...hierarchy, group };
	});
}

/** Removes the groups with such a name, and those below them; no process is in them any more. */
export function removeControlGroups(isSuch: (name: string) => boolean): void {
	for (const { parent } of readHierarchies()) {
		for (const name of childrenOf(parent).filter(isSuch)) {
			removeGroup(join(parent, name));
		}
	}
}

/** Each controller has its own files. */
function writeIfThere(file: string, value: number): void {
	if (existsSync(file)) {
		writeFileSync(file, String(value));
	}
}

const childrenOf = (group: string): readonly string[] =>
	readdirSync(group, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);

function removeGroup(group: string): void {
	for (const name of childrenOf(group)) {
		removeGroup(join(group, name));
	}
	const deadline = Date.now() + 5000;
	for (;;) {
		try {
			rmdirSync(group);
			return;
		} catch (error) {
			// For a moment the kernel is still letting go of the last process.
			if ((error as NodeJS.ErrnoException).code !== 'EBUSY' || Date.now() > deadline) {
				throw error;
			}
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
		}
	}
}
