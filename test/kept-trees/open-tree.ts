import { readFileSync } from 'node:fs';
import type { StageHandle } from '../../src/kernel/observe.ts';
import { type KeptTree, openKeptTree } from '../../src/kernel/port/kept-tree.ts';
import type { KernelFiles } from '../../src/kernel/port/kernel-files.ts';

/** A machine that `npm run keep-trees` has kept, and the stage that was open on it. */
export type KeptMachine = {
	readonly files: KernelFiles;
	readonly tree: KeptTree;
	readonly stage: StageHandle;
};

type Kept = {
	readonly tree: KeptTree;
	readonly stage: Omit<StageHandle, 'terminals' | 'infrastructure' | 'mark'> & {
		readonly terminals: Iterable<readonly [string, { outermost: number; reader: number }]>;
		readonly infrastructure: readonly number[];
		readonly mark?: string;
	};
};

export function openTree(version: 'v1' | 'v2'): KeptMachine {
	const text = readFileSync(new URL(`${version}.json`, import.meta.url), 'utf8');
	const { tree, stage } = JSON.parse(text) as Kept;
	return {
		files: openKeptTree(tree),
		tree,
		stage: {
			...stage,
			mark: stage.mark,
			terminals: new Map(stage.terminals),
			infrastructure: new Set(stage.infrastructure),
		},
	};
}
