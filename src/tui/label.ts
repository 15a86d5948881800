import { originsByLength, recordedHeading } from '../report/origin.ts';
import type { Layout } from './layout.ts';
import type { Model } from './model.ts';
import { pageOf, recordedOf } from './model.ts';

/** The words in the rules of a screen that shows a recording; each with fewer and fewer words. */
export type Label = {
	readonly above: readonly string[];
	readonly below: readonly string[];
};

const noLabel: Label = { above: [], below: [] };

/** The label of this screen; empty where nothing on it was recorded. */
export function labelOf(model: Model): Label {
	const { course, view } = model;
	if (course.recordedOn) {
		const above = ['A recording: nothing runs on this machine', 'A recording', 'recorded'];
		return { above, below: originsByLength(course.recordedOn) };
	}
	const page = view.screen === 'lesson' && !view.window ? pageOf(model) : undefined;
	const recorded = page?.kind === 'step' ? recordedOf(page.step) : undefined;
	return recorded
		? { above: [recordedHeading, 'recorded'], below: originsByLength(recorded.on) }
		: noLabel;
}

/** Where there are no rules, this stands before the title. */
export const markInTitle = 'recorded  ';

/** Columns for the title, beside what else its row has to say where there are no rules. */
export function titleWidth(label: Label, { kind, pane }: Layout): number {
	if (kind !== 'linear') {
		return pane.width;
	}
	return pane.width - roomForHint - (label.above.length > 0 ? markInTitle.length : 0);
}

/** `  ↓ 123`. */
const roomForHint = 7;
