import type { Check } from '../engine/words/verdict.ts';
import type { Missing } from '../engine/words/provisions.ts';
import type { EventOf, Outcome, TypedLine } from '../engine/words/event.ts';
import { breakLine, splitFix } from './fix.ts';
import { dim, hang, indent, plain, type Span, type StyledLine } from './span.ts';
import { layoutTypedLines } from './transcript.ts';
import { wrap } from './wrap.ts';

/** Returns one expectation: that it held, or that it did not and what was seen instead. */
export function layoutCheck({ expectation, seen, held }: Check, width: number): StyledLine[] {
	const sign = plain(held ? '  ✓ ' : '  ✗ ');
	const lines = hang(wrap([plain(expectation)], width - 4), sign, plain('    '));
	if (held) {
		return lines;
	}
	return [...lines, ...labelled('seen: ', seen, 4, width)];
}

/**
 * Returns why a step is skipped and what would help, with the commands that would have been typed.
 */
export function layoutSkipped(
	{ missing }: EventOf<'step-finished'>,
	place: 'here' | 'there',
	commands: readonly TypedLine[],
	width: number,
): StyledLine[] {
	const untyped = [[], [plain('It would type:')], ...layoutTypedLines(commands)];
	return [
		[plain(`– Skipped ${place}.`)],
		...layoutReasons(missing, width),
		...(commands.length > 0 ? untyped : []),
	];
}

/** Returns why something is not to be had, and what would help. */
export function layoutReasons(missing: readonly Missing[], width: number): StyledLine[] {
	return missing.flatMap(({ cause, fix }) => [
		...labelled('why: ', cause, 2, width),
		...layoutFix(fix, width),
	]);
}

/** Lays out a fix, with the lines to type on lines of their own, to be copied. */
function layoutFix(fix: string, width: number): StyledLine[] {
	const margin = 2 + 'fix: '.length;
	return splitFix(fix).flatMap(({ kind, text }, index) => {
		if (kind === 'words' && index === 0) {
			return labelled('fix: ', text, 2, width);
		}
		const lines =
			kind === 'words'
				? wrap([plain(text)], width - margin)
				: breakLine(text, width - margin).map((line) => [code(line)]);
		return indent(lines, margin);
	});
}

function code(text: string): Span {
	return { text, style: 'code' };
}

/** Returns the same commands as they are spelled on the other version of cgroups. */
export function layoutOtherSpelling(
	{ version, commands }: { version: 'v1' | 'v2'; commands: readonly TypedLine[] },
	width: number,
): StyledLine[] {
	const sentence = `On a machine with cgroup ${version} this step is typed so:`;
	return [...wrap([plain(sentence)], width), ...layoutTypedLines(commands)];
}

/**
 * The number of steps that ended in each way. `recorded` counts the skipped ones that are shown
 * from a recording.
 */
export type Outcomes = Readonly<Record<Outcome | 'recorded', number>>;

/**
 * Returns the outcomes in words: `31 steps passed, 0 failed, 7 skipped (5 shown from a recording)`.
 */
export function describeOutcomes({ passed, failed, skipped, recorded }: Outcomes): string {
	const shown = recorded === 0 ? '' : ` (${recorded} shown from a recording)`;
	return `${counted(passed, 'step')} passed, ${failed} failed, ${skipped} skipped${shown}`;
}

/** Returns a number with its noun: `1 step`, `2 steps`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function labelled(label: string, text: string, columns: number, width: number): StyledLine[] {
	const lines = wrap([plain(text)], width - columns - label.length);
	return indent(hang(lines, dim(label), plain(' '.repeat(label.length))), columns);
}
