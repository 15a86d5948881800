import type { EventOf } from '../engine/words/event.ts';
import { counted } from './outcome.ts';
import { dim, hang, plain, type Span, type StyledLine } from './span.ts';
import { wrap } from './wrap.ts';

type Proved = EventOf<'proved'>;

/** Returns a file and what was read there. Neither is wrapped, so that the path can be copied. */
export function layoutProof(proof: Proved, width: number): StyledLine[] {
	const note = noteOf(proof);
	return [
		[plain('  '), code(proof.place)],
		...evidenceOf(proof).map((line) => [plain('    '), plain(line)]),
		...(note === undefined ? [] : hang(wrap([dim(note)], width - 4), plain('    '), plain('    '))),
	];
}

/** Returns the lines that were read; none where there is only something to say about the file. */
export function evidenceOf({ found, text }: Proved): readonly string[] {
	if (found === 'gone' || text === '') {
		return [];
	}
	return found === 'link' ? [`→ ${text}`] : text.split('\n').map(expandTabs);
}

/**
 * Returns what there is to say about what was read, as a sentence; undefined where it says enough
 * itself.
 */
export function noteOf({ found, text, select, more }: Proved): string | undefined {
	if (found === 'gone') {
		return text;
	}
	if (more > 0) {
		return `(and ${counted(more, 'more line')})`;
	}
	if (found === 'link' || text !== '') {
		return undefined;
	}
	return select.length === 0
		? 'This file is empty.'
		: `No line of this file has ${select.join(' or ')}.`;
}

/** Replaces each tab, which means a new column in these files, by blanks. */
function expandTabs(line: string): string {
	return line.replaceAll('\t', '  ');
}

function code(text: string): Span {
	return { text, style: 'code' };
}
