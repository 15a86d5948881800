import type { Line, Span } from '../lines/line.ts';

/** A line as it is spoken: marks and arrows are words, and nothing is drawn. */
export function spoken(line: Line): string {
	return line
		.map((span, index) => wordsOf(span, line[index + 1]?.text ?? ''))
		.join('')
		.replace(/^ *❯ */, 'chosen: ')
		.replace(/^chosen: (?=Your turn|A challenge)/, '')
		.replace(/,? *$/, '');
}

/** Without the row of marks of all steps, which is for the eye. */
export function spokenTitle(line: Line): string {
	const words = line.filter(({ text }) => !marks.has(text.trim()));
	return spoken(words).replace(/ {2,}/g, ' ');
}

function wordsOf({ text, style }: Span, next: string): string {
	const word = marks.get(text.trim());
	if (word !== undefined && style !== 'plain') {
		return word === '' || next.trim().toLowerCase().startsWith(word) ? '' : `${word}: `;
	}
	if (style === 'key') {
		return text.replace(/[←→↑↓]/g, (arrow) => arrows[arrow] ?? arrow);
	}
	// What a command printed is left as it is.
	return style === 'plain' ? text : text.replace(/[─━┄═│┆]+ ?|^[●⋯] ?/g, '').replace(/ · /g, ', ');
}

const marks: ReadonlyMap<string, string> = new Map([
	['✓', 'ok'],
	['✗', 'failed'],
	['–', 'skipped'],
	['●', 'here'],
	['·', ''],
	['⋯', ''],
	['❯', 'chosen'],
	['→', 'to do'],
	['!', 'note'],
	['+', 'appeared'],
	['-', 'went'],
	['~', 'changed'],
	['=', ''],
]);

const arrows: Readonly<Record<string, string>> = {
	'←': 'Left',
	'→': 'Right',
	'↑': 'Up',
	'↓': 'Down',
};
