import { letterOf } from '../../report/question.ts';
import type { Frame } from '../frame.ts';
import { bindings } from '../keys.ts';
import type { Model } from '../model.ts';
import { isBusy, pageOf } from '../model.ts';
import { noticeIn, windowIn } from '../view.ts';
import { spoken, spokenTitle } from './words.ts';

/** What a learner would see now, as lines in reading order. */
export type ReadPage = {
	/** The same for as long as it is the same page. */
	readonly name: string;
	readonly title: string;
	readonly lines: readonly string[];
	/** What is being waited for; then there is nothing to be read yet. */
	readonly waiting: readonly string[] | undefined;
	/** A sentence that is more urgent than the keys. */
	readonly notice: string | undefined;
	/** Which keys do what, what reads on first. */
	readonly keys: readonly string[];
};

export function readPage(model: Model, frame: Frame): ReadPage {
	const { view } = model;
	const window = windowIn(view);
	const notice = noticeIn(view);
	const title = spokenTitle(frame.title);
	const lines = frame.panes.flatMap((pane) => ['', ...pane.lines.map(spoken)]).slice(1);
	const moving = frame.panes
		.flatMap((pane) => pane.lines)
		.filter((line) => line.some(({ style }) => style === 'spinner'));
	const isWaiting = moving.length > 0 || (view.screen === 'lesson' && !window && isBusy(model));
	const page = pageOf(model);
	const place = page.kind === 'step' ? `${page.index}` : page.kind;
	return {
		name: window
			? `${window.kind} ${title}`
			: view.screen === 'lesson'
				? `${view.open.id} ${place}`
				: view.screen,
		title,
		lines,
		// Seconds that go by are not told.
		waiting: isWaiting
			? moving.map((line) =>
					spoken(line)
						.trim()
						.replace(/, \d+ s$/, ''),
				)
			: undefined,
		notice: notice === undefined ? undefined : spoken([{ text: notice, style: 'key' }]),
		keys: keysOf(frame, lettersOf(model)),
	};
}

function keysOf({ available }: Frame, letters: string): readonly string[] {
	return bindings
		.filter(({ action }) => (available.get(action) ?? '') !== '')
		.map(({ action, short }) => {
			const key = short.replace('↑↓', '↑ or ↓').replace('a b …', letters);
			return `${spoken([{ text: key, style: 'key' }])} ${available.get(action) ?? ''}`;
		});
}

/** The keys of the answers that there are. */
function lettersOf(model: Model): string {
	const window = windowIn(model.view);
	const page = pageOf(model);
	const asked =
		window?.kind === 'recall'
			? window.questions[window.index]?.question
			: page.kind === 'step'
				? page.step.started.question
				: undefined;
	const count = asked?.answers.length ?? 0;
	return `a ${count > 2 ? 'to' : 'or'} ${letterOf(count - 1)}`;
}
