import type { Layout } from '../layout.ts';
import type { Action } from '../keys.ts';
import { bindings } from '../keys.ts';
import type { AvailableKeys } from '../available-keys.ts';
import type { Line } from './line.ts';
import { cut, span, widthOf } from './line.ts';

/** What is left out first where the keys do not all fit; the last is what is never left out. */
const dispensable: readonly Action[] = [
	'pane',
	'unfold',
	'skip',
	'jump',
	'start-over',
	'lessons',
	'up',
	'visit',
	'calls',
	'prove',
	'back',
	'quit',
];

/** The keys that work now. */
export function keyLine(available: AvailableKeys, { pane, margin }: Layout): Line {
	const attempts = [
		...[3, 2].map((gap) => ({ left: [] as readonly Action[], gap })),
		...dispensable.map((_, index) => ({ left: dispensable.slice(0, index + 1), gap: 2 })),
	];
	const lines = attempts.map(({ left, gap }) => keys(available, left, gap));
	const line =
		lines.find((one) => widthOf(one) <= pane.width) ?? cut(lines.at(-1) ?? [], pane.width);
	return [span(' '.repeat(margin)), ...line];
}

function keys(available: AvailableKeys, left: readonly Action[], gap: number): Line {
	return bindings
		.filter(({ action }) => !left.includes(action) && (available.get(action) ?? '') !== '')
		.flatMap(({ action, short }, index) => [
			...(index === 0 ? [] : [span(' '.repeat(gap))]),
			...(action === 'forward' ? [span(` ${short} `, 'pill')] : [span(short, 'key')]),
			span(` ${available.get(action) ?? ''}`, action === 'forward' ? 'heading' : 'dim'),
		]);
}

export function noticeLine(notice: string, { pane, margin }: Layout): Line {
	return [span(' '.repeat(margin)), ...cut([span('! ', 'changed'), span(notice)], pane.width)];
}
