import { sentence } from '../text/sentence.ts';
import type { Services } from './services.ts';
import { openAt } from './navigation.ts';
import { openedLesson, pageOf, selectedLesson } from './model.ts';
import { resetsOf } from './reset-choices.ts';
import { firstView, forgetLesson, windowIn } from './view.ts';

/** Does what the learner has chosen to reset. */
export function reset(services: Services): void {
	const { model, memory } = services;
	const { view } = model.get();
	const window = windowIn(view);
	if (window?.kind !== 'reset') {
		return;
	}
	const page = pageOf(model.get());
	const lesson = view.screen === 'lesson' ? openedLesson(model.get()) : selectedLesson(model.get());
	const what = resetsOf(model.get())[window.selected]?.what;
	if (what === 'everything') {
		resetEverything(services);
	} else if (lesson && what === 'lesson') {
		void memory?.forget(lesson.id);
		services.update((before) => forgetLesson(before, lesson.id));
		openAt(services, lesson, 0);
	} else if (lesson && page.kind === 'step') {
		openAt(services, lesson, page.index);
	}
}

function resetEverything({ update, session, memory }: Services): void {
	const tell = (notice: string) => {
		update((view) => ({ ...view, notice }));
	};
	const forgotten = memory?.forget(undefined);
	update(() => firstView(0, undefined));
	session.close().then(
		async () => {
			await forgotten;
			tell('Everything is reset: no lesson has been done.');
		},
		(error: unknown) => {
			tell(sentence(error));
		},
	);
}
