import type { Question } from '../../lesson/question.ts';
import type { Missing } from './provisions.ts';
import type { Check } from './verdict.ts';
import type { Origin } from './origin.ts';
import type { Snapshot } from './snapshot.ts';
import type { TracedCommand } from './system-call.ts';

/**
 * One event of a run, as plain JSON: the terminal interface, the plain text, the recording and the
 * tests are all made from these and from nothing else.
 */
export type LessonEvent =
	| {
			readonly kind: 'lesson-started';
			readonly lesson: string;
			readonly number: number;
			readonly title: string;
			readonly minutes: number;
			/** The digest of the lesson's source; recordings made before there was one have none. */
			readonly digest: string | undefined;
			/** Markdown. */
			readonly intro: string;
			readonly steps: readonly { readonly id: string; readonly title: string }[];
	  }
	/**
	 * The starting state is being built with these commands; none of their output follows unless one
	 * fails.
	 */
	| { readonly kind: 'setup'; readonly commands: readonly TypedLine[] }
	| {
			readonly kind: 'step-started';
			readonly step: string;
			/** The step's place in the lesson, from 0. */
			readonly index: number;
			readonly title: string;
			/** Markdown, filled in. */
			readonly prose: string;
			/**
			 * The question that is asked before the step runs; Markdown, filled in. Older recordings have
			 * none.
			 */
			readonly question?: Question | undefined;
			/**
			 * What the learner has to do; undefined where the step only runs, and in older recordings.
			 */
			readonly task?: Task | undefined;
			/**
			 * The lines that are going to be typed; pids in them may not be known yet, see
			 * `command-started`.
			 */
			readonly commands: readonly TypedLine[];
			/** The same step as it is typed on the other version of cgroups. */
			readonly elsewhere:
				{ readonly version: 'v1' | 'v2'; readonly commands: readonly TypedLine[] } | undefined;
	  }
	/** The learner's answer to the question, an index from 0; it comes before anything runs. */
	| { readonly kind: 'predicted'; readonly answer: number }
	| { readonly kind: 'observed'; readonly when: 'before' | 'after'; readonly snapshot: Snapshot }
	/**
	 * A line exactly as it is typed, before it runs. `directory` is where the shell is, for the
	 * prompt.
	 */
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
	/** One expectation of the lesson, held against what was seen. */
	| {
			readonly kind: 'checked';
			readonly expectation: string;
			readonly seen: string;
			readonly held: boolean;
	  }
	/** An attempt of the learner's that did not do what was asked for; the step waits again. */
	| {
			readonly kind: 'tried';
			readonly checks: readonly Check[];
			/** Why, as a sentence, where a command did not end as it should. */
			readonly why: string | undefined;
	  }
	/** How a step went on another machine; comes before the step is skipped on this one. */
	| {
			readonly kind: 'recorded';
			readonly on: Origin;
			/** The events of that step, from its `step-started` to its `step-finished`. */
			readonly events: readonly LessonEvent[];
	  }
	/** The explanation of a step that passed, in Markdown, filled in. */
	| { readonly kind: 'explained'; readonly text: string }
	/** What a claim of the step rests on, read after the step had passed. */
	| {
			readonly kind: 'proved';
			/**
			 * The path as the lesson writes it, filled in; below `/sys/fs/cgroup` it is the stage's view.
			 */
			readonly path: string;
			/** The path by which any terminal of the host reaches the same file. */
			readonly place: string;
			/** The words that choose the lines, filled in. */
			readonly select: readonly string[];
			readonly found: 'lines' | 'link' | 'gone';
			/**
			 * The chosen lines, or where the link points, or a sentence that says why there is nothing.
			 */
			readonly text: string;
			/** The number of lines that were chosen and are not in `text`. */
			readonly more: number;
	  }
	| {
			readonly kind: 'step-finished';
			readonly step: string;
			readonly outcome: Outcome;
			/** Why the step failed, as a sentence. */
			readonly why: string | undefined;
			/** Why the step was skipped; empty where it was not. */
			readonly missing: readonly Missing[];
	  }
	/**
	 * The end of a visit: the learner was in this terminal themselves. `checks` are expectations
	 * about the kernel, of steps that passed, that held when the visit began, as they are now.
	 */
	| {
			readonly kind: 'visited';
			readonly terminal: string;
			readonly before: Snapshot;
			readonly after: Snapshot;
			readonly checks: readonly Check[];
	  }
	/**
	 * What a step asked of the kernel. The step was performed once more for this, with all before it,
	 * on a stage of its own; the numbers of processes are those of that run.
	 */
	| {
			readonly kind: 'traced';
			readonly step: string;
			readonly index: number;
			readonly commands: readonly TracedCommand[];
			/** Where it was recorded; undefined where it was traced here. */
			readonly on: Origin | undefined;
			/** Why it could not be traced here; empty where it could. */
			readonly missing: readonly Missing[];
	  }
	| { readonly kind: 'lesson-finished'; readonly lesson: string };

/** How a step ended. */
export type Outcome = 'passed' | 'failed' | 'skipped';
/** A line of a step, and the terminal that it is typed into. */
export type TypedLine = {
	readonly terminal: string;
	readonly text: string;
	/** Whether the learner may edit the line before it runs. */
	readonly editable?: true;
};

type Task = {
	readonly kind: 'modify' | 'challenge';
	/** Hints in Markdown, filled in; each says more than the one before. */
	readonly hints: readonly string[];
};

/** The event of one kind. */
export type EventOf<Kind extends LessonEvent['kind']> = Extract<LessonEvent, { kind: Kind }>;
