import type { EventOf } from '../engine/words/event.ts';
import type { Origin } from '../engine/words/origin.ts';
import type { RecalledQuestion } from './course.ts';
import type { Scroll } from './open-lesson.ts';

/** A window that may lie over the list of lessons, and over a lesson as well. */
export type ListWindow = KeysWindow | JumpWindow | ResetWindow | RecallWindow | InstallWindow;

/** A window that may lie over a lesson. */
export type LessonWindow =
	ListWindow | VisitWindow | VisitingWindow | VisitedWindow | ProofsWindow | CallsWindow;

/** All keys. */
type KeysWindow = { readonly kind: 'keys'; readonly scroll: number };

/** The steps to go to that a search has found, one of them selected. */
export type JumpWindow = {
	readonly kind: 'jump';
	readonly selected: number;
	readonly query: string;
};

/** The choice of what to reset. */
type ResetWindow = { readonly kind: 'reset'; readonly selected: number };

/** Questions of earlier lessons, one after the other: before a lesson, or from the list. */
export type RecallWindow = {
	readonly kind: 'recall';
	/** At least one. */
	readonly questions: readonly RecalledQuestion[];
	readonly index: number;
	/** The answer to it: an index. */
	readonly said: number | undefined;
	readonly scroll: Scroll;
};

/** An installation: what runs, what it has printed, and how it ended. */
export type InstallWindow = {
	readonly kind: 'install';
	readonly command: string;
	readonly output: string;
	readonly outcome: 'running' | 'installed' | { readonly why: string };
};

/** The terminals that can be visited, one of them selected. */
type VisitWindow = { readonly kind: 'visit'; readonly selected: number };

/** The learner is in this terminal, and nothing is drawn. */
type VisitingWindow = { readonly kind: 'visiting'; readonly terminal: string };

/** The changes that the last visit made. */
type VisitedWindow = { readonly kind: 'visited'; readonly scroll: number };

/** The files that the claims of a step rest on. */
export type ProofsWindow = {
	readonly kind: 'proofs';
	/** As it was read when the step had passed. */
	readonly proofs: readonly EventOf<'proved'>[];
	/** As it was read last, and at what time; undefined until it has been, and where it was recorded. */
	readonly now: { readonly proofs: readonly EventOf<'proved'>[]; readonly at: string } | undefined;
	/** Where it was recorded, if it was. */
	readonly on: Origin | undefined;
	readonly scroll: number;
};

/** The system calls of the step with this index. */
type CallsWindow = { readonly kind: 'calls'; readonly index: number; readonly scroll: number };
