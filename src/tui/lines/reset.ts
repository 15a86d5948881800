import type { Model } from '../model.ts';
import { resetsOf } from '../reset-choices.ts';
import type { Line } from './line.ts';
import { hanging, sections, span } from './line.ts';

/** What can be reset; of the one that is chosen, what is lost by it. */
export function resetLines(model: Model, selected: number, width: number): Line[] {
	return sections(
		...resetsOf(model).map(({ title, loses }, index) => {
			const isSelected = index === selected;
			const mark = span(isSelected ? '❯ ' : '  ', 'accent');
			return [
				...hanging([mark], title, isSelected ? 'heading' : 'plain', width),
				...(isSelected ? hanging([span('  ')], loses, 'plain', width) : []),
			];
		}),
	);
}
