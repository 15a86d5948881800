import type { EventOf } from '../engine/event.ts';
import type { Origin } from '../engine/origin.ts';
import type { State } from '../engine/state.ts';
import type { RecalledQuestion } from './course.ts';
import type { Editor } from './editor.ts';

/** What the learner looks at, as opposed to what happens in the lesson. */
export type View = {
	readonly screen: 'lessons' | 'lesson';
	/** Index in the list of lessons. */
	readonly selected: number;
	/** The id of the lesson that is open or being opened. */
	readonly lesson: string | undefined;
	/** The lesson is open and can be gone back to. */
	readonly isOpen: boolean;
	/** The state of the lesson before, which is not to be shown any more. */
	readonly stale: State | undefined;
	/** The step the learner wants to see, from 0; where it is yet to come, the live one is shown. */
	readonly step: number;
	/** The first of the steps that are performed on the way to it; itself where there are none. */
	readonly wayFrom: number;
	/** The furthest step that was looked at. */
	readonly reached: number;
	/** The answer to the question of the step that waits: an index. */
	readonly answer: number | undefined;
	/** The line that may be edited, as the learner has made it; undefined: as the lesson has it. */
	readonly line: Editor | undefined;
	/** The keys go to that line. */
	readonly isEditing: boolean;
	/** How many of the step's hints are shown. */
	readonly hints: number;
	readonly scroll: Scroll;
	/** The second pane of a wide terminal. */
	readonly sideScroll: Scroll;
	readonly pane: 'main' | 'side';
	/** Long output is shown whole. */
	readonly unfolded: boolean;
	readonly overlay: Overlay | undefined;
	/** One sentence in place of the keys, until the next key. */
	readonly notice: string | undefined;
	/** Whole seconds for which the current command has been running. */
	readonly elapsed: number;
	/** By lesson: the step the learner was last at. */
	readonly places: Readonly<Record<string, number>>;
	/** Lessons that were walked to their end since the start of the program. */
	readonly walked: readonly string[];
	readonly isLeaving: boolean;
};

/** The first visible line, or `fresh`: wherever the news is. */
export type Scroll = number | 'fresh';

export type Overlay =
	| { readonly kind: 'keys'; readonly scroll: number }
	| { readonly kind: 'jump'; readonly selected: number; readonly query: string }
	| { readonly kind: 'reset'; readonly selected: number }
	| Recalling
	/** Where to. */
	| { readonly kind: 'visit'; readonly selected: number }
	| { readonly kind: 'visiting'; readonly terminal: string }
	| { readonly kind: 'visited'; readonly scroll: number }
	| Proving
	/** What this step, an index, asked of the kernel. */
	| { readonly kind: 'calls'; readonly index: number; readonly scroll: number }
	| {
			readonly kind: 'install';
			readonly command: string;
			readonly output: string;
			readonly outcome: 'running' | 'installed' | { readonly why: string };
	  };

/** What the claims of a step rest on. */
export type Proving = {
	readonly kind: 'proofs';
	/** As it was read when the step had passed. */
	readonly proofs: readonly EventOf<'proved'>[];
	/** As it was read last, and at what time; undefined until it has been, and where it was recorded. */
	readonly now: { readonly proofs: readonly EventOf<'proved'>[]; readonly at: string } | undefined;
	/** Where it was recorded, if it was. */
	readonly on: Origin | undefined;
	readonly scroll: number;
};

/** Questions of earlier lessons, one after the other. */
export type Recalling = {
	readonly kind: 'recall';
	/** What comes after the last one. */
	readonly before: 'lesson' | 'list';
	/** At least one. */
	readonly questions: readonly RecalledQuestion[];
	readonly index: number;
	/** The answer to it: an index. */
	readonly said: number | undefined;
	readonly scroll: Scroll;
};

/** Of what a learner does before a step runs. */
const nothingDone = { answer: undefined, line: undefined, isEditing: false, hints: 0 } as const;

export function firstView(selected: number): View {
	return {
		screen: 'lessons',
		selected,
		lesson: undefined,
		isOpen: false,
		stale: undefined,
		step: 0,
		wayFrom: 0,
		reached: 0,
		...nothingDone,
		scroll: 'fresh',
		sideScroll: 'fresh',
		pane: 'main',
		unfolded: false,
		overlay: undefined,
		notice: undefined,
		elapsed: 0,
		places: {},
		walked: [],
		isLeaving: false,
	};
}

export function openLesson(view: View, lesson: string, step: number, stale: State): View {
	const opened = { ...view, screen: 'lesson', lesson, isOpen: true, stale, reached: 0 } as const;
	return goToStep(opened, step, 0);
}

export function failToOpen(view: View, why: string): View {
	return { ...view, screen: 'lessons', lesson: undefined, isOpen: false, notice: why };
}

/** What was looked at before is shown from its beginning, what is new where the news is. */
export function goToStep(view: View, step: number, wayFrom = step): View {
	const { lesson } = view;
	return {
		...view,
		step,
		wayFrom,
		reached: Math.max(view.reached, step),
		...nothingDone,
		places: lesson === undefined ? view.places : { ...view.places, [lesson]: step },
		scroll: step < view.reached ? 0 : 'fresh',
		sideScroll: 'fresh',
		pane: 'main',
		unfolded: false,
		overlay: undefined,
	};
}

export function finishLesson(view: View): View {
	const { lesson } = view;
	return lesson === undefined || view.walked.includes(lesson)
		? view
		: { ...view, walked: [...view.walked, lesson] };
}

/** As if this lesson had never been open; without one, as if none had. */
export function forgetLesson(view: View, lesson?: string): View {
	const others = Object.entries(view.places).filter(
		([id]) => lesson !== undefined && id !== lesson,
	);
	return {
		...view,
		places: Object.fromEntries(others),
		walked: view.walked.filter((id) => lesson !== undefined && id !== lesson),
	};
}

/** Keys that write are text. */
export function isTyping({ overlay }: View): boolean {
	return overlay?.kind === 'jump';
}
