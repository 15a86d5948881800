import type { Missing } from '../engine/capabilities.ts';
import type { Origin } from '../engine/origin.ts';
import type { Session } from '../engine/session.ts';
import type { Question } from '../lesson/question.ts';
import type { Memory } from './memory.ts';

/**
 * All that the walkthrough is given. It is read afresh for every drawing, so the caller may replace
 * what an installation has changed.
 */
export type Course = {
	lessons: readonly LessonSummary[];
	/** Where the learner was when the program was last left. */
	resume: { readonly lesson: string; readonly step: string | undefined } | undefined;
	/** The ids of lessons that were walked to their end, also before today. */
	finished: ReadonlySet<string>;
	/** By the ids of lessons: the ids of the steps where the learner left them. */
	places?: ReadonlyMap<string, string | undefined>;
	/** Undefined where nothing is kept, as in a replay. */
	memory?: Memory;
	/** A sentence to begin with. */
	notice?: string | undefined;
	session: Session;
	install: InstallOffer | undefined;
	/** Questions of earlier days; undefined for a replay. */
	recall: Recall | undefined;
	/** Where all of it was recorded, for a replay; undefined where the lessons run. */
	recordedOn: Origin | undefined;
};

export type LessonSummary = {
	readonly id: string;
	readonly number: number;
	readonly title: string;
	readonly minutes: number;
	readonly steps: readonly StepSummary[];
	/** `limited`: some of its steps are skipped on this machine; `not here`: all of them. */
	readonly readiness: 'ready' | 'limited' | 'not here';
	/** Why it is not `ready`. */
	readonly causes: readonly Missing[];
	/** How many of its steps are shown from a recording. */
	readonly recorded: number;
};

export type StepSummary = {
	readonly id: string;
	readonly title: string;
	/** Its paragraphs and commands, to be searched; none of what would give a challenge away. */
	readonly text?: readonly string[];
};

/** Questions that were answered before, away from their steps. */
export type Recall = {
	/** What is asked before this lesson (an id) begins: two, or fewer. */
	opening(lesson: string): readonly RecalledQuestion[];
	/** What surprised on an earlier day. */
	surprises(): readonly RecalledQuestion[];
	/** @param said the index of the answer */
	keep(asked: RecalledQuestion, said: number): void;
};

export type RecalledQuestion = {
	readonly name: string;
	readonly lesson: { readonly number: number; readonly title: string };
	/** The title of its step. */
	readonly step: string;
	/** Markdown: what the question is about. */
	readonly prose: string;
	readonly question: Question;
};

/** Tools that root may have installed, by one key and never without it. */
export type InstallOffer = {
	readonly package: string;
	/** What `run` runs, as one would type it. */
	readonly command: string;
	/** The id of the lesson that is better with it. */
	readonly lesson: string;
	/** Yields what the command prints. Throws, with a sentence, where it fails. */
	run(): AsyncIterable<string>;
};
