import type { Question } from '../lesson/question.ts';
import type { Missing } from './capabilities.ts';
import type { Check } from './check-step.ts';
import type { Origin } from './origin.ts';
import type { Snapshot } from './snapshot.ts';
import type { TracedCommand } from './trace/system-call.ts';

/**
 * What a run consists of. Plain JSON: the terminal interface, the plain text, the recording and the
 * tests are all made from these and from nothing else.
 */
export type LessonEvent =
	| {
			readonly kind: 'lesson-started';
			readonly lesson: string;
			readonly number: number;
			readonly title: string;
			readonly minutes: number;
			/** Of the lesson's source; recordings made before there was one have none. */
			readonly digest: string | undefined;
			/** Markdown. */
			readonly intro: string;
			readonly steps: readonly { readonly id: string; readonly title: string }[];
	  }
	/** The starting state is being built with these commands; no output of theirs follows unless one fails. */
	| { readonly kind: 'setup'; readonly commands: readonly TypedLine[] }
	| {
			readonly kind: 'step-started';
			readonly step: string;
			/** From 0. */
			readonly index: number;
			readonly title: string;
			/** Markdown, filled in. */
			readonly prose: string;
			/** Asked before it runs; Markdown, filled in. Not in older recordings. */
			readonly question?: Question | undefined;
			/** What the learner has to do; nothing where the step is only run, and in older recordings. */
			readonly task?: Task | undefined;
			/** What is going to be typed; the pids in it may not be known yet, see `command-started`. */
			readonly commands: readonly TypedLine[];
			/** The same step as it is typed on the other cgroup version. */
			readonly elsewhere:
				{ readonly version: 'v1' | 'v2'; readonly commands: readonly TypedLine[] } | undefined;
	  }
	/** The learner's answer to the question, an index; before anything runs. */
	| { readonly kind: 'predicted'; readonly answer: number }
	| { readonly kind: 'observed'; readonly when: 'before' | 'after'; readonly snapshot: Snapshot }
	/** Exactly what is typed, shown before it runs. `directory` is where the shell is, for the prompt. */
	| {
			readonly kind: 'command-started';
			readonly terminal: string;
			readonly text: string;
			readonly directory: string;
	  }
	| { readonly kind: 'output'; readonly terminal: string; readonly text: string }
	| {
			readonly kind: 'command-exited';
			readonly terminal: string;
			readonly exit: number;
			readonly shell: 'same' | 'entered' | 'left';
			readonly dropped: number;
			readonly seconds: number;
	  }
	/** One line of the lesson's expectations, held against what was seen. */
	| {
			readonly kind: 'checked';
			readonly expectation: string;
			readonly seen: string;
			readonly held: boolean;
	  }
	/** An attempt of the learner's that did not come to what was asked for; the step waits again. */
	| {
			readonly kind: 'tried';
			readonly checks: readonly Check[];
			/** A sentence, where a command did not end as it should. */
			readonly why: string | undefined;
	  }
	/** How this step went on another machine, for one that is about to be skipped on this one. */
	| {
			readonly kind: 'recorded';
			readonly on: Origin;
			/** From its `step-started` to its `step-finished`. */
			readonly events: readonly LessonEvent[];
	  }
	/** Why, in Markdown, filled in; comes after a step that passed. */
	| { readonly kind: 'explained'; readonly text: string }
	/** What a claim of the step rests on, read when it had passed. */
	| {
			readonly kind: 'proved';
			/** As the lesson writes it, filled in; below `/sys/fs/cgroup` it is the stage's view. */
			readonly path: string;
			/** The same file as any terminal of the host calls it. */
			readonly place: string;
			/** The words that chose the lines, filled in. */
			readonly select: readonly string[];
			readonly found: 'lines' | 'link' | 'gone';
			/** The lines, where the link points, or the sentence that says why there is nothing. */
			readonly text: string;
			/** How many lines were chosen besides. */
			readonly more: number;
	  }
	| {
			readonly kind: 'step-finished';
			readonly step: string;
			readonly outcome: Outcome;
			/** A sentence, for a step that failed. */
			readonly why: string | undefined;
			/** For a step that was skipped. */
			readonly missing: readonly Missing[];
	  }
	/**
	 * The learner was in this terminal themselves. `checks`: what passed steps expect of the kernel and
	 * was so when they came, as it is now.
	 */
	| {
			readonly kind: 'visited';
			readonly terminal: string;
			readonly before: Snapshot;
			readonly after: Snapshot;
			readonly checks: readonly Check[];
	  }
	/**
	 * What a step asked of the kernel. The step was performed once more for it, with all before it, on a
	 * stage of its own; the numbers of processes are of that run.
	 */
	| {
			readonly kind: 'traced';
			readonly step: string;
			readonly index: number;
			readonly commands: readonly TracedCommand[];
			/** Where it was recorded; undefined where it was traced here. */
			readonly on: Origin | undefined;
			/** Why it could not be traced here; empty where it was. */
			readonly missing: readonly Missing[];
	  }
	| { readonly kind: 'lesson-finished'; readonly lesson: string };

export type Outcome = 'passed' | 'failed' | 'skipped';
export type TypedLine = {
	readonly terminal: string;
	readonly text: string;
	/** The learner may edit it before it runs. */
	readonly editable?: true;
};

export type Task = {
	readonly kind: 'modify' | 'challenge';
	/** Markdown, filled in; each says more than the one before. */
	readonly hints: readonly string[];
};

export type EventOf<Kind extends LessonEvent['kind']> = Extract<LessonEvent, { kind: Kind }>;
