import { letterOf } from '../../report/question.ts';
import type { Frame } from '../frame.ts';
import { bindings } from '../keys.ts';
import type { Model } from '../model.ts';
import { isBusy, pageOf } from '../model.ts';
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
	const { screen, overlay, isLeaving, notice, lesson } = model.view;
	const title = spokenTitle(frame.title);
	const lines = frame.panes.flatMap((pane) => ['', ...pane.lines.map(spoken)]).slice(1);
	const moving = frame.panes
		.flatMap((pane) => pane.lines)
		.filter((line) => line.some(({ style }) => style === 'spinner'));
	const isWaiting = moving.length > 0 || (screen === 'lesson' && !overlay && isBusy(model));
	const page = pageOf(model);
	const place = page.kind === 'step' ? `${page.index}` : page.kind;
	return {
		name: isLeaving
			? 'leaving'
			: overlay
				? `${overlay.kind} ${title}`
				: screen === 'lessons'
					? screen
					: `${lesson ?? ''} ${place}`,
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

function keysOf({ offers }: Frame, letters: string): readonly string[] {
	return bindings
		.filter(({ action }) => (offers.get(action) ?? '') !== '')
		.map(({ action, short }) => {
			const key = short.replace('↑↓', '↑ or ↓').replace('a b …', letters);
			return `${spoken([{ text: key, style: 'key' }])} ${offers.get(action) ?? ''}`;
		});
}

/** The keys of the answers that there are. */
function lettersOf(model: Model): string {
	const { overlay } = model.view;
	const page = pageOf(model);
	const asked =
		overlay?.kind === 'recall'
			? overlay.questions[overlay.index]?.question
			: page.kind === 'step'
				? page.step.started.question
				: undefined;
	const count = asked?.answers.length ?? 0;
	return `a ${count > 2 ? 'to' : 'or'} ${letterOf(count - 1)}`;
}
