import type { Provisions } from '../engine/words/provisions.ts';
import { plan, readiness } from '../engine/run/plan.ts';
import type { RecordedStep } from '../engine/run/recorded.ts';
import type { RecordedLesson } from '../engine/run/replay-session.ts';
import type { Lesson } from '../lesson/lesson.ts';

/** A lesson as the list of lessons shows it on this machine. */
export function summarize(
	lesson: Lesson,
	provisions: Provisions,
	recordings: readonly RecordedStep[] = [],
) {
	const { id, number, title, minutes } = lesson;
	const planned = plan(lesson, provisions, recordings);
	const { verdict, causes } = readiness(planned);
	return {
		id,
		number,
		title,
		minutes,
		steps: lesson.steps.map((step) => ({ id: step.id, title: step.title })),
		readiness: verdict,
		causes,
		/** How many of its steps are shown from a recording. */
		recorded: planned.steps.filter(({ recorded }) => recorded !== undefined).length,
	};
}

/** The same with what its steps say, to be searched. */
export function searchable(...parameters: Parameters<typeof summarize>) {
	const [lesson] = parameters;
	const steps = lesson.steps.map((step) => ({
		id: step.id,
		title: step.title,
		text: textOf(
			step.prose,
			step.commands.filter(({ role }) => role !== 'challenge'),
		),
	}));
	return { ...summarize(...parameters), steps };
}

/** A lesson of a recording in a list of them, with what its steps say, to be searched. */
export function recordedSummary({ started, events }: RecordedLesson) {
	const { lesson: id, number, title, minutes } = started;
	const said = new Map(
		events
			.filter((event) => event.kind === 'step-started')
			.map(({ step, prose, commands, task }) => [
				step,
				textOf(prose, task?.kind === 'challenge' ? [] : commands),
			]),
	);
	return {
		...{ id, number, title, minutes },
		steps: started.steps.map((step) => ({ ...step, text: said.get(step.id) ?? [] })),
		readiness: 'ready' as const,
		causes: [],
		recorded: started.steps.length,
	};
}

function textOf(prose: string, commands: readonly { readonly text: string }[]): readonly string[] {
	const paragraphs = prose
		.split(/\n{2,}/)
		.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
	return [...paragraphs, ...commands.map(({ text }) => text)].filter((text) => text !== '');
}
