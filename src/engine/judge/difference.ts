import { compareFiles } from './difference/files.ts';
import { compareCgroups } from './difference/cgroups.ts';
import { compareMounts } from './difference/mounts.ts';
import { compareNamespaces } from './difference/namespaces.ts';
import { compareProcesses } from './difference/processes.ts';
import { foldView } from './difference/fold-view.ts';
import { compareViews } from './difference/views.ts';
import type { Snapshot } from '../words/snapshot.ts';

/** What a step changed, in words: the "before and after" on the screen. */
export type Difference = readonly Section[];

/** The changes of one sort. */
export type Section = {
	/**
	 * The sort, as a title: `files`, `processes`, `container-1 sees`, `namespaces`, `mounts`,
	 * `cgroups`.
	 */
	readonly name: string;
	/** The changes; empty where there are none. */
	readonly rows: readonly Row[];
	/** What stayed, folded into a phrase: `4 of ours, 83 of the host`. */
	readonly unchanged: string;
};

/** One change. */
export type Row = {
	/** Whether the thing appeared, went or changed. */
	readonly sign: '+' | '-' | '~';
	/** The thing: `2451 tail -f a.txt`. */
	readonly subject: string;
	/**
	 * What there is to say about it: `inside it is process 1`, `100000 of 100000 µs (was no limit)`.
	 * May be empty.
	 */
	readonly detail: string;
};

/**
 * Compares two looks. Returns all sections, in the order of the story, including those without a
 * change.
 */
export function compare(before: Snapshot, after: Snapshot): Difference {
	const processes = compareProcesses(before, after);
	return [
		compareFiles(before, after),
		processes,
		...compareViews(before, after).map((view) => foldView(view, processes)),
		compareNamespaces(before, after),
		compareMounts(before, after),
		compareCgroups(before, after),
	];
}

/** Whether no section has a change. */
export function isUnchanged(difference: Difference): boolean {
	return difference.every(({ rows }) => rows.length === 0);
}
