import type { Command, Step } from '../lesson/lesson.ts';
import type { Question } from '../lesson/question.ts';
import type { Missing } from './capabilities.ts';
import type { EventOf, Outcome, TypedLine } from './event.ts';
import { fillInKnown, hasFacts } from './fill-in.ts';
import type { PlannedStep } from './plan.ts';
import type { RecordedStep } from './recorded.ts';
import type { Run } from './run.ts';
import type { Snapshot } from './snapshot.ts';

/** A step as it is announced: filled in as far as one can know before it has run. */
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

export function stepFinished(
	step: Step,
	outcome: Outcome,
	why?: string,
	missing: readonly Missing[] = [],
): EventOf<'step-finished'> {
	return { kind: 'step-finished', step: step.id, outcome, why, missing };
}

export function recordedEvent({ on, events }: RecordedStep): EventOf<'recorded'> {
	return { kind: 'recorded', on, events };
}

/** Commands as they are announced. */
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

/** A look, where these texts ask for one, and there can be a stage to look at. That it fails is told by the step that needs it. */
async function observeFor(run: Run, texts: readonly string[]): Promise<readonly Snapshot[]> {
	return texts.some(hasFacts) && run.host.capabilities.provides.has('stage')
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
