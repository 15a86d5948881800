import type { Command, Step } from '../../lesson/lesson.ts';
import type { Question } from '../../lesson/question.ts';
import type { Missing } from '../words/provisions.ts';
import type { EventOf, Outcome, TypedLine } from '../words/event.ts';
import { fillInKnown, hasFacts } from '../judge/fill-in.ts';
import type { PlannedStep } from './plan.ts';
import type { RecordedStep } from './recorded.ts';
import type { Run } from './run.ts';
import type { Snapshot } from '../words/snapshot.ts';

/** Returns the event that announces a step, filled in as far as can be known before it has run. */
export async function stepStarted(
	run: Run,
	{ step, commands, elsewhere }: PlannedStep,
	index: number,
): Promise<EventOf<'step-started'>> {
	const texts = [
		step.prose,
		...step.hints,
		...questionTexts(step),
		...step.commands.map(({ text }) => text),
	];
	const seen = await observeFor(run, texts);
	const fill = (markdown: string) => fillInKnown(markdown, seen, (fact) => `(${fact})`);
	return {
		kind: 'step-started',
		step: step.id,
		index,
		title: step.title,
		prose: fill(step.prose),
		question: step.question && fillInQuestion(step.question, seen),
		...(step.kind === 'shown' ? {} : { task: { kind: step.kind, hints: step.hints.map(fill) } }),
		commands: toLines(commands, seen),
		elsewhere: elsewhere && { ...elsewhere, commands: toLines(elsewhere.commands, seen) },
	};
}

/** Returns the event that ends a step. */
export function stepFinished(
	step: Step,
	outcome: Outcome,
	why?: string,
	missing: readonly Missing[] = [],
): EventOf<'step-finished'> {
	return { kind: 'step-finished', step: step.id, outcome, why, missing };
}

/** Returns the event that shows a step as it was recorded elsewhere. */
export function recordedEvent({ on, events }: RecordedStep): EventOf<'recorded'> {
	return { kind: 'recorded', on, events };
}

/** Returns commands as they are announced, filled in as far as can be known. */
export async function shownLines(run: Run, commands: readonly Command[]): Promise<TypedLine[]> {
	const seen = await observeFor(
		run,
		commands.map(({ text }) => text),
	);
	return toLines(commands, seen);
}

const questionTexts = ({ question }: Step): readonly string[] =>
	question === undefined
		? []
		: [question.text, ...question.answers.flatMap(({ text, reply }) => [text, reply ?? ''])];

function fillInQuestion({ text, answers }: Question, seen: readonly Snapshot[]): Question {
	const fill = (markdown: string) => fillInKnown(markdown, seen, (fact) => `(${fact})`);
	return {
		text: fill(text),
		answers: answers.map(({ text, isRight, reply }) => ({
			text: fill(text),
			isRight,
			reply: reply === undefined ? undefined : fill(reply),
		})),
	};
}

/**
 * Looks at the kernel where these texts ask for it and there can be a stage to look at. A look that
 * fails is reported by the step that needs it.
 */
async function observeFor(run: Run, texts: readonly string[]): Promise<readonly Snapshot[]> {
	return texts.some(hasFacts) && run.host.provisions.provides.has('stage')
		? run.host.observe().then(
				(snapshot) => [snapshot],
				() => [],
			)
		: [];
}

function toLines(
	lines: readonly (TypedLine & Pick<Command, 'role'>)[],
	seen: readonly Snapshot[],
): TypedLine[] {
	return lines.map(({ terminal, text, role }) => ({
		terminal,
		text: fillInKnown(text, seen, (fact) => `<${fact}>`),
		...(role === 'modify' && { editable: true }),
	}));
}
