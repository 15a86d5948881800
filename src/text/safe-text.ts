import stripAnsi from 'strip-ansi';
import { withoutObeyed } from '../text/visible-text.ts';

/** Lines of output that are kept of one command; what follows is only counted. */
export const keptLines = 300;

/** Characters of a line that are kept. */
export const keptCharacters = 2000;

/** Raw characters of an unfinished line that are kept while its end is awaited. */
const heldCharacters = 8 * keptCharacters;

/** Makes the output of one command fit to be drawn, in bounded memory. */
export type SafeText = {
	/** Takes decoded output and returns the lines it completes, safe and with their newlines. */
	push(chunk: string): string;
	/** The last line, where it has no newline. */
	end(): string;
	/** How many lines were too many. */
	dropped(): number;
};

/**
 * Works line by line, because a line can only be judged when it is whole: an escape sequence may be
 * split between chunks, and a progress line is overwritten until its newline.
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

/** One line without anything that could move the cursor, colour the screen or turn the text around. */
export function makeSafe(line: string): string {
	const short = shorten(line);
	const text = withoutObeyed(stripAnsi(lastPart(short)));
	return text.length > keptCharacters || short.length > heldCharacters
		? `${text.slice(0, keptCharacters).replace(halfCharacter, '')}…`
		: text;
}

/** A surrogate pair that was cut in two. */
const halfCharacter = /[\uD800-\uDBFF]$/;

/** What a carriage return leaves on the screen, roughly: `10%\r50%\r100%\r` is `100%`. */
function lastPart(line: string): string {
	const written = line.replace(/\r+$/, '');
	return written.slice(written.lastIndexOf('\r') + 1);
}

/** Bounds a line, by what is overwritten first; one character over the bound says that there was more. */
function shorten(line: string): string {
	if (line.length <= heldCharacters) {
		return line;
	}

	const start = lastPart(line).slice(0, heldCharacters + 1);
	return line.endsWith('\r') ? `${start}\r` : start;
}
