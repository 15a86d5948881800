import { sentence } from '../text/sentence.ts';
import type { Services } from './services.ts';
import { pageOf, visitable } from './model.ts';
import { isAtChallenge } from './task.ts';
import { inLesson, openIn, openLesson, withLessonWindow, withWindow } from './view.ts';

/** Visits the only terminal at once; where there are several, asks which one. */
export function chooseVisit(services: Services): void {
	const [first, ...others] = visitable(services.model.get());
	if (first === undefined) {
		return;
	}
	if (others.length === 0) {
		goVisiting(services, first);
	} else {
		services.update((view) => withLessonWindow(view, { kind: 'visit', selected: 0 }));
	}
}

/** Lends the terminal to a shell of the learner's own, and shows afterwards what has changed. */
export function goVisiting({ model, update, session, handOver }: Services, terminal: string): void {
	update((view) => withLessonWindow(view, { kind: 'visiting', terminal }));
	handOver(async (console) => {
		await console.show(Buffer.from(greeting(terminal)));
		await session.visit(terminal, console);
	}).then(
		() => {
			// What the learner did is what a challenge is about, whatever it does to the steps before.
			if (isAtChallenge(model.get())) {
				update((view) => inLesson(withWindow(view, undefined), { scroll: 'fresh' }));
				session.proceed(openIn(model.get().view)?.draft.answer, { kind: 'look' });
				return;
			}

			update((view) => withLessonWindow(view, { kind: 'visited', scroll: 0 }));
		},
		(error: unknown) => {
			const notice = sentence(error);
			update((view) => withWindow({ ...view, notice }, undefined));
		},
	);
}

/** Builds anew, on a fresh stage, what the steps had come to. */
export function repair({ model, update, session }: Services): void {
	const { state } = model.get();
	const { lesson, steps, finished } = state;
	const live = steps.at(-1)?.started;
	if (lesson === undefined || live === undefined) {
		return;
	}
	const page = pageOf(model.get());
	const step = page.kind === 'step' ? page.index : lesson.steps.length;
	update((before) => openLesson(before, lesson.lesson, step, state));
	void session.open(lesson.lesson, live.step).then(() => {
		// The last step does not wait for its end.
		if (finished) {
			session.jump(lesson.steps.length);
		}
	});
}

const greeting = (terminal: string) =>
	`\r\nThis shell is yours, in ${terminal === 'host' ? 'the terminal of the host' : terminal}.\r\n\`exit\` brings you back to the lesson.\r\n\r\n`;
