import stripAnsi from 'strip-ansi';
import { withoutObeyed } from './visible-text.ts';

/**
 * The number of lines of output that are kept of one command; those that follow are only counted.
 */
export const keptLines = 300;

/** The number of characters of a line that are kept. */
export const keptCharacters = 2000;

/** The number of raw characters of an unfinished line that are kept while its end is awaited. */
const heldCharacters = 8 * keptCharacters;

/** Makes the output of one command fit to be drawn, in bounded memory. */
export type SafeText = {
	/** Takes decoded output and returns the lines that it completes, safe and with their newlines. */
	push(chunk: string): string;
	/** Returns the last line, where it has no newline. */
	end(): string;
	/** Returns how many lines were left out because there were too many. */
	dropped(): number;
};

/**
 * Creates the filter for one command. It works line by line, because a line can only be judged when
 * it is whole: an escape sequence may be split between chunks, and a progress line is overwritten
 * until its newline.
 */
export function createSafeText(): SafeText {
	let held = '';
	let lines = 0;

	function finish(line: string, ending: string): string {
		lines += 1;
		return lines > keptLines ? '' : makeSafe(line) + ending;
	}

	return {
		push(chunk) {
			const pieces = chunk.split('\n');
			const last = pieces.pop() ?? '';
			const finished = pieces.map((piece) => {
				const line = held + piece;
				held = '';
				return finish(line, '\n');
			});
			held = shorten(held + last);
			return finished.join('');
		},
		end() {
			const line = held;
			held = '';
			return line === '' ? '' : finish(line, '');
		},
		dropped: () => Math.max(0, lines - keptLines),
	};
}

/**
 * Returns one line without anything that could move the cursor, colour the screen or turn the text
 * around.
 */
export function makeSafe(line: string): string {
	const short = shorten(line);
	const text = withoutObeyed(stripAnsi(lastPart(short)));
	return text.length > keptCharacters || short.length > heldCharacters
		? `${text.slice(0, keptCharacters).replace(halfCharacter, '')}…`
		: text;
}

/** Matches a surrogate pair that was cut in two. */
const halfCharacter = /[\uD800-\uDBFF]$/;

/** Returns what a carriage return leaves on the screen, roughly: `100%` for `10%\r50%\r100%\r`. */
function lastPart(line: string): string {
	const written = line.replace(/\r+$/, '');
	return written.slice(written.lastIndexOf('\r') + 1);
}

/**
 * Shortens an overlong line, leaving out first what later characters of it overwrite. One character
 * over the bound stays, which says that there was more.
 */
function shorten(line: string): string {
	if (line.length <= heldCharacters) {
		return line;
	}

	const start = lastPart(line).slice(0, heldCharacters + 1);
	return line.endsWith('\r') ? `${start}\r` : start;
}
