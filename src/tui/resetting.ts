import { sentence } from '../text/sentence.ts';
import type { Means } from './actions.ts';
import { openAt } from './going.ts';
import { openedLesson, pageOf, selectedLesson } from './model.ts';
import { resetsOf } from './resets.ts';
import { forgetLesson } from './view.ts';

/** Does what the learner has chosen to reset. */
export function reset(means: Means): void {
	const { model } = means;
	const { overlay, screen } = model.get().view;
	if (overlay?.kind !== 'reset') return;
	const page = pageOf(model.get());
	const lesson = screen === 'lesson' ? openedLesson(model.get()) : selectedLesson(model.get());
	const what = resetsOf(model.get())[overlay.selected]?.what;
	if (what === 'everything') {
		resetEverything(means);
	} else if (lesson && what === 'lesson') {
		model.get().course.memory?.forget(lesson.id);
		means.update((view) => forgetLesson(view, lesson.id));
		openAt(means, lesson, 0);
	} else if (lesson && page.kind === 'step') {
		openAt(means, lesson, page.index);
	}
}

function resetEverything({ model, update }: Means): void {
	const { session, memory } = model.get().course;
	const tell = (notice: string) => {
		memory?.forget(undefined);
		update((view) => ({ ...view, notice }));
	};
	memory?.forget(undefined);
	update((view) => ({
		...forgetLesson(view),
		screen: 'lessons',
		selected: 0,
		lesson: undefined,
		isOpen: false,
		overlay: undefined,
	}));
	session.close().then(
		() => {
			tell('Everything is reset: no lesson has been done.');
		},
		(error: unknown) => {
			tell(sentence(error));
		},
	);
}
