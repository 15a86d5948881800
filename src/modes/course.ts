import type { Capabilities } from '../engine/capabilities.ts';
import { plan, readiness } from '../engine/plan.ts';
import type { Lesson } from '../lesson/lesson.ts';

/** A lesson as the list of lessons shows it on this machine. */
export function summarize(lesson: Lesson, capabilities: Capabilities) {
	const { id, number, title, minutes } = lesson;
	const { verdict, causes } = readiness(plan(lesson, capabilities));
	return {
		id,
		number,
		title,
		minutes,
		steps: lesson.steps.map((step) => ({ id: step.id, title: step.title })),
		readiness: verdict,
		causes,
	};
}
