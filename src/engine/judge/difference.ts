import { compareFiles } from './difference/files.ts';
import { compareCgroups } from './difference/cgroups.ts';
import { compareMounts } from './difference/mounts.ts';
import { compareNamespaces } from './difference/namespaces.ts';
import { compareProcesses } from './difference/processes.ts';
import { foldView } from './difference/fold-view.ts';
import { compareViews } from './difference/views.ts';
import type { Snapshot } from './snapshot.ts';

/** What a step changed, in words: the screen's "before and after". */
export type Difference = readonly Section[];

export type Section = {
	/** `files`, `processes`, `container-1 sees`, `namespaces`, `mounts`, `cgroups`. */
	readonly name: string;
	/** Empty: this step changed nothing here. */
	readonly rows: readonly Row[];
	/** What stayed, folded into a phrase: `4 of ours, 83 of the host`. */
	readonly unchanged: string;
};

export type Row = {
	/** Appeared, went, changed. */
	readonly sign: '+' | '-' | '~';
	/** What: `2451 tail -f a.txt`. */
	readonly subject: string;
	/** How: `inside it is process 1`, `100000 of 100000 µs (was no limit)`. May be empty. */
	readonly detail: string;
};

/** All sections, in the order of the story, also those where nothing changed. */
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

export function isUnchanged(difference: Difference): boolean {
	return difference.every(({ rows }) => rows.length === 0);
}
