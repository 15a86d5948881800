import type { Missing } from '../../engine/words/provisions.ts';
import { breakLine, splitFix } from '../../report/fix.ts';
import type { Line } from './line.ts';
import { hanging, sections, span } from './line.ts';

/** Why something is not to be had here, and what would help. */
export function missingLines(missing: readonly Missing[], width: number): Line[] {
	return sections(
		...missing.map(({ cause, fix }) => [
			...hanging([], cause, 'plain', width),
			...fixLines(fix, width),
		]),
	);
}

/** What is to be typed stands on lines of its own, to be copied. */
function fixLines(fix: string, width: number): Line[] {
	return splitFix(fix).flatMap(({ kind, text }, index) =>
		kind === 'words'
			? hanging([span(index === 0 ? '→ ' : '  ', 'accent')], text, 'strong', width)
			: breakLine(text, width - margin.length).flatMap((line) =>
					hanging([span(margin)], line, 'command', width),
				),
	);
}

const margin = '    ';
