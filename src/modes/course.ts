import type { Capabilities } from '../engine/capabilities.ts';
import { plan, readiness } from '../engine/plan.ts';
import type { RecordedStep } from '../engine/recorded.ts';
import type { Lesson, Step } from '../lesson/lesson.ts';

/** A lesson as the list of lessons shows it on this machine. */
export function summarize(
	lesson: Lesson,
	capabilities: Capabilities,
	recordings: readonly RecordedStep[] = [],
) {
	const { id, number, title, minutes } = lesson;
	const planned = plan(lesson, capabilities, recordings);
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
		text: textOf(step),
	}));
	return { ...summarize(...parameters), steps };
}

function textOf({ prose, commands }: Step): readonly string[] {
	const paragraphs = prose
		.split(/\n{2,}/)
		.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
	const typed = commands.filter(({ role }) => role !== 'challenge').map(({ text }) => text);
	return [...paragraphs, ...typed].filter((text) => text !== '');
}
