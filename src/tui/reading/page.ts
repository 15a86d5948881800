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
	/** Which keys do what. */
	readonly keys: string;
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
		notice,
		keys: keysOf(frame),
	};
}

function keysOf({ offers }: Frame): string {
	return bindings
		.filter(({ action }) => (offers.get(action) ?? '') !== '')
		.map(
			({ action, short }) =>
				`${spoken([{ text: short.replace('↑↓', '↑ or ↓').replace('a b …', 'a to d'), style: 'key' }])} ${offers.get(action) ?? ''}`,
		)
		.join(', ');
}
