import type { EventOf, LessonEvent, TypedLine } from '../../src/engine/words/event.ts';
import type { Missing } from '../../src/engine/words/provisions.ts';
import type { Snapshot } from '../../src/engine/words/snapshot.ts';
import { snapshot } from './snapshots.ts';

/** A lesson as written events. */
export type ActedLesson = {
	readonly started: EventOf<'lesson-started'>;
	readonly setup: readonly TypedLine[];
	readonly steps: readonly ActedStep[];
};

export type ActedStep = {
	readonly started: EventOf<'step-started'>;
	/** What happens when the step runs. */
	readonly run: readonly LessonEvent[];
	/** The place in `run` where its command takes its time. */
	readonly holdsAt: number | undefined;
};

export type StepText = {
	readonly title: string;
	readonly prose: string;
	readonly commands: readonly ActedCommand[];
	readonly checks?: readonly (readonly [expectation: string, seen: string, held: boolean])[];
	readonly after?: Snapshot;
	readonly explanation?: string;
	readonly proofs?: readonly EventOf<'proved'>[];
	readonly why?: string;
	readonly missing?: readonly Missing[];
	readonly elsewhere?: EventOf<'step-started'>['elsewhere'];
};

type ActedCommand = TypedLine & {
	readonly directory?: string;
	readonly output?: string;
	readonly exit?: number;
	readonly shell?: 'entered' | 'left';
	readonly dropped?: number;
	readonly seconds?: number;
	/** It runs until it is stopped or released. */
	readonly holds?: boolean;
};

export function actedLesson(
	{ id, number, title, intro }: { id: string; number: number; title: string; intro: string },
	steps: readonly StepText[],
	setup: readonly TypedLine[] = [],
): ActedLesson {
	const acted = steps.map(actedStep);
	return {
		setup,
		steps: acted,
		started: {
			kind: 'lesson-started',
			lesson: id,
			number,
			title,
			minutes: 4,
			digest: '0123456789abcdef',
			intro,
			steps: acted.map(({ started }) => ({ id: started.step, title: started.title })),
		},
	};
}

function actedStep(text: StepText, index: number): ActedStep {
	const step = text.title.toLowerCase().replaceAll(' ', '-');
	const outcome = text.missing ? 'skipped' : text.why === undefined ? 'passed' : 'failed';
	const seen: LessonEvent[] = text.missing
		? []
		: [
				{ kind: 'observed', when: 'before', snapshot: snapshot({}) },
				...text.commands.flatMap(commandEvents),
				{ kind: 'observed', when: 'after', snapshot: text.after ?? snapshot({}) },
				...(text.checks ?? []).map(
					([expectation, seen, held]) => ({ kind: 'checked', expectation, seen, held }) as const,
				),
			];
	const holding = text.commands.findIndex(({ holds }) => holds === true);
	const exits = seen.map((event, place) => (event.kind === 'command-exited' ? place : -1));
	return {
		started: {
			kind: 'step-started',
			step,
			index,
			title: text.title,
			prose: text.prose,
			commands: text.commands.map(({ terminal, text: typed }) => ({ terminal, text: typed })),
			elsewhere: text.elsewhere,
		},
		run: [
			...seen,
			...(text.explanation === undefined
				? []
				: [{ kind: 'explained', text: text.explanation } as const]),
			...(text.proofs ?? []),
			{ kind: 'step-finished', step, outcome, why: text.why, missing: text.missing ?? [] },
		],
		holdsAt: holding < 0 ? undefined : exits.filter((place) => place >= 0)[holding],
	};
}

function commandEvents(command: ActedCommand): LessonEvent[] {
	const { terminal, text, directory = '', output = '', exit = 0 } = command;
	const { shell = 'same', dropped = 0, seconds = 0.01 } = command;
	return [
		{ kind: 'command-started', terminal, text, directory },
		...(output === '' ? [] : [{ kind: 'output', terminal, text: output } as const]),
		{ kind: 'command-exited', terminal, exit, shell, dropped, seconds },
	];
}

/** The same lesson with a question in its first step. */
export function asking(lesson: ActedLesson): ActedLesson {
	const question = {
		text: 'Which?',
		answers: [
			{ text: 'This.', isRight: false, reply: 'No.' },
			{ text: 'That.', isRight: true, reply: undefined },
		],
	};
	const steps = lesson.steps.map((step, index) =>
		index === 0 ? { ...step, started: { ...step.started, question } } : step,
	);
	return { ...lesson, steps };
}
