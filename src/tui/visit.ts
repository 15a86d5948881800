import { sentence } from '../text/sentence.ts';
import type { Means } from './actions.ts';
import { pageOf, visitable } from './model.ts';
import { isAtChallenge } from './task.ts';
import { openLesson } from './view.ts';

/** Goes there at once, or asks where to where there is a choice. */
export function chooseVisit(means: Means): void {
	const [first, ...others] = visitable(means.model.get());
	if (first === undefined) return;
	if (others.length === 0) goVisiting(means, first);
	else means.update((view) => ({ ...view, overlay: { kind: 'visit', selected: 0 } }));
}

/** Lends the terminal to a shell of the learner's own, and shows afterwards what has changed. */
export function goVisiting({ model, update, handOver }: Means, terminal: string): void {
	const { session } = model.get().course;
	update((view) => ({ ...view, overlay: { kind: 'visiting', terminal } }));
	handOver(async (console) => {
		await console.show(Buffer.from(greeting(terminal)));
		await session.visit(terminal, console);
	}).then(
		() => {
			// What the learner did is what a challenge is about, whatever it does to the steps before.
			if (isAtChallenge(model.get())) {
				update((view) => ({ ...view, overlay: undefined, scroll: 'fresh' }));
				session.proceed(model.get().view.answer, { kind: 'look' });
				return;
			}

			update((view) => ({ ...view, overlay: { kind: 'visited', scroll: 0 } }));
		},
		(error: unknown) => {
			const notice = sentence(error);
			update((view) => ({ ...view, overlay: undefined, notice }));
		},
	);
}

/** Builds what the steps had come to anew, on a fresh stage. */
export function repair({ model, update }: Means): void {
	const { state, course, view } = model.get();
	const { lesson, steps, finished } = state;
	const live = steps.at(-1)?.started;
	if (lesson === undefined || live === undefined) return;
	const page = pageOf({ ...model.get(), view: { ...view, overlay: undefined } });
	const step = page.kind === 'step' ? page.index : lesson.steps.length;
	update((before) => openLesson(before, lesson.lesson, step, state));
	void course.session.open(lesson.lesson, live.step).then(() => {
		// The last step does not wait for its end.
		if (finished) course.session.jump(lesson.steps.length);
	});
}

const greeting = (terminal: string) =>
	`\r\nThis shell is yours, in ${terminal === 'host' ? 'the terminal of the host' : terminal}.\r\n\`exit\` brings you back to the lesson.\r\n\r\n`;
