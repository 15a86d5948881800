import type { State } from '../engine/run/state.ts';
import { type Draft, emptyDraft } from './draft.ts';

/** The lesson that is open, or being opened, and what the learner looks at in it. */
export type OpenLesson = {
	readonly id: string;
	/** The state of the lesson before, which is not to be shown any more. */
	readonly stale: State;
	/** The step the learner wants to see, from 0; where it is yet to come, the live one is shown. */
	readonly step: number;
	/** The first of the steps that are performed on the way to it; itself where there are none. */
	readonly wayFrom: number;
	/** The furthest step that was looked at. */
	readonly reached: number;
	readonly draft: Draft;
	/** Of the pane with the story. */
	readonly scroll: Scroll;
	/** The second pane of a wide terminal. */
	readonly sideScroll: Scroll;
	/** The pane that the keys scroll. */
	readonly pane: 'main' | 'side';
	/** Whether long output is shown whole. */
	readonly unfolded: boolean;
};

/** The first visible line, or `fresh`: wherever the news is. */
export type Scroll = number | 'fresh';

/** A lesson that is being opened at this step, by performing all steps before it. */
export function openedAt(id: string, step: number, stale: State): OpenLesson {
	return { id, stale, reached: step, ...lookedAt(step, 0) };
}

/** The lesson at this step: from its beginning where it was looked at before, else where its news is. */
export function movedTo(open: OpenLesson, step: number, wayFrom: number): OpenLesson {
	return {
		...open,
		...lookedAt(step, wayFrom),
		reached: Math.max(open.reached, step),
		scroll: step < open.reached ? 0 : 'fresh',
	};
}

function lookedAt(step: number, wayFrom: number) {
	return {
		step,
		wayFrom,
		draft: emptyDraft,
		scroll: 'fresh',
		sideScroll: 'fresh',
		pane: 'main',
		unfolded: false,
	} as const;
}
