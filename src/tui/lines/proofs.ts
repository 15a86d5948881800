import type { EventOf } from '../../engine/words/event.ts';
import { columnsOf } from '../../report/columns.ts';
import { evidenceOf, noteOf } from '../../report/proof.ts';
import type { ProofsWindow } from '../windows.ts';
import type { Drawing } from './drawing.ts';
import type { Line, Style } from './line.ts';
import { hanging, indented, sections, span, wrapped } from './line.ts';
import { recordedLines } from './recorded.ts';

type Proved = EventOf<'proved'>;

/** What a step's claims rest on: each file by its path, and what it says. */
export function proofLines({ proofs, now, on }: ProofsWindow, drawing: Drawing): Line[] {
	const { width } = drawing;
	return sections(
		on === undefined ? hanging([], whenRead(now?.at), 'dim', width) : recordedLines(on, drawing),
		...proofs.map((then, index) => oneProof(then, now?.proofs[index] ?? then, width)),
	);
}

function whenRead(at: string | undefined): string {
	const when = at === undefined ? 'Reading…' : `Read at ${at}.`;
	return `${when} These paths work in any other terminal of yours.`;
}

function oneProof(then: Proved, now: Proved, width: number): Line[] {
	return [
		...pathRows(now.place, width),
		...indented(saidLines(now, 'plain', width - 2), span('  ')),
		...(isSame(then, now)
			? []
			: [
					...hanging([], 'When the step ended, it was:', 'dim', width - 2),
					...saidLines(then, 'dim', width - 2),
				].map((line) => [span('  '), ...line])),
	];
}

function saidLines(proof: Proved, style: Style, width: number): Line[] {
	const note = noteOf(proof);
	return [
		...evidenceOf(proof).flatMap((line) => rows(line, style, width)),
		...(note === undefined ? [] : hanging([], note, 'dim', width)),
	];
}

/** One that is too long is broken before a slash, where that helps. */
function pathRows(path: string, width: number): Line[] {
	const parts: string[] = [];
	for (const part of path.split(/(?=\/)/)) {
		const last = parts.at(-1);
		if (last !== undefined && columnsOf(last + part) <= width) {
			parts[parts.length - 1] = last + part;
		} else {
			parts.push(part);
		}
	}
	return parts.flatMap((part) => rows(part, 'command', width));
}

/** Filled to the end, as in a terminal. */
function rows(text: string, style: Style, width: number): Line[] {
	return wrapped(text, width, { wordWrap: false, trim: false }).map((row) => [span(row, style)]);
}

function isSame(one: Proved, other: Proved): boolean {
	return one.found === other.found && one.text === other.text && one.more === other.more;
}
