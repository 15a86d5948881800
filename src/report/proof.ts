import type { EventOf } from '../engine/event.ts';
import { counted } from './outcome.ts';
import { dim, hang, plain, type Span, type StyledLine } from './span.ts';
import { wrap } from './wrap.ts';

type Proved = EventOf<'proved'>;

/** A file and what was read there. Neither is wrapped, so that the path can be copied. */
export function layoutProof(proof: Proved, width: number): StyledLine[] {
	const note = noteOf(proof);
	return [
		[plain('  '), code(proof.place)],
		...evidenceOf(proof).map((line) => [plain('    '), plain(line)]),
		...(note === undefined ? [] : hang(wrap([dim(note)], width - 4), plain('    '), plain('    '))),
	];
}

/** What was read, as lines; none where there is only something to say about it. */
export function evidenceOf({ found, text }: Proved): readonly string[] {
	if (found === 'gone' || text === '') return [];
	return found === 'link' ? [`→ ${text}`] : text.split('\n').map(expandTabs);
}

/** What there is to say about it, as a sentence. */
export function noteOf({ found, text, select, more }: Proved): string | undefined {
	if (found === 'gone') return text;
	if (more > 0) return `(and ${counted(more, 'more line')})`;
	if (found === 'link' || text !== '') return undefined;
	return select.length === 0
		? 'This file is empty.'
		: `No line of this file has ${select.join(' or ')}.`;
}

/** Columns are what a tab in these files means; one blank or two would do as well. */
function expandTabs(line: string): string {
	return line.replaceAll('\t', '  ');
}

function code(text: string): Span {
	return { text, style: 'code' };
}
