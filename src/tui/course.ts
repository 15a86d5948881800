import type { Missing } from '../engine/words/provisions.ts';
import type { Origin } from '../engine/words/origin.ts';
import type { Question } from '../lesson/question.ts';

/** The lessons and what is known about the learner: data that is never changed, only replaced. */
export type Course = {
	readonly lessons: readonly LessonSummary[];
	/** Tools to install; undefined where nothing is missing, or where this user cannot install it. */
	readonly suggestion: InstallSuggestion | undefined;
	/** Undefined where nothing is kept, as in a replay. */
	readonly kept: Kept | undefined;
	/** Where all of it was recorded, for a replay; undefined where the lessons run. */
	readonly recordedOn: Origin | undefined;
};

/** The learner's progress as far as the walkthrough shows it; kept across the days. */
export type Kept = {
	/** Where the learner was last: the ids of the lesson, and of the step if in the middle of it. */
	readonly resume: { readonly lesson: string; readonly step: string | undefined } | undefined;
	/** The ids of lessons that were walked to their end, also before today. */
	readonly finished: ReadonlySet<string>;
	/** By the ids of lessons: the ids of the steps where the learner left them. */
	readonly places: ReadonlyMap<string, string | undefined>;
	/** By the ids of lessons: how many questions of theirs were answered. */
	readonly answers: ReadonlyMap<string, number>;
	/** What surprised the learner on an earlier day. */
	readonly surprises: readonly RecalledQuestion[];
};

/** The progress of somebody who has done nothing yet. */
export const nothingKept: Kept = {
	resume: undefined,
	finished: new Set(),
	places: new Map(),
	answers: new Map(),
	surprises: [],
};

/** A lesson as the list of lessons shows it. */
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

type StepSummary = {
	readonly id: string;
	readonly title: string;
	/** Its paragraphs and commands, to be searched; none of what would give a challenge away. */
	readonly text?: readonly string[];
};

/** A question that was answered before and is asked again, away from its step. */
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
export type InstallSuggestion = {
	/** The names of the packages, as the package manager takes them. */
	readonly package: string;
	/** What is run, one after the other, as one would type it. */
	readonly commands: readonly string[];
	/** The id of the lesson that is better with it. */
	readonly lesson: string;
};

/** The commands as one line, to be read or typed. */
export const commandOf = ({ commands }: InstallSuggestion): string => commands.join(' && ');
