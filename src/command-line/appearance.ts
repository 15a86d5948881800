import type { Invocation } from './arguments.ts';
import { toAscii, toAsciiCells } from '../text/ascii.ts';

/** How the program shows things, as suits the learner. */
export type Appearance = {
	/** Whether anything moves by itself. */
	readonly motion: boolean;
	readonly colour: boolean;
	readonly ascii: boolean;
	/** Whether there are lines in reading order, each written once, in place of screens. */
	readonly screenReader: boolean;
};

/** Returns the appearance that was asked for on the command line, and by the environment. */
export function appearanceOf(
	{ motion, colour, ascii, screenReader }: Appearance,
	environment: Environment,
	isTerminal: boolean,
): Appearance {
	return {
		motion,
		colour: colour && !environment['NO_COLOR'],
		ascii: ascii || (isTerminal && !hasUnicode(environment)),
		screenReader: screenReader || environment['INK_SCREEN_READER'] === 'true',
	};
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether the terminal has characters beyond ASCII. A locale that names another character set has
 * no more than that. Where none is set at all, as in many a container, the terminal outside of it
 * has them, as nearly all have; the console of Linux draws only a few.
 */
function hasUnicode(environment: Environment): boolean {
	const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
	return environment['TERM'] !== 'linux' && (locale === '' || /utf-?8/i.test(locale));
}

/** Prints everything in ASCII from now on; a screen keeps its columns. */
export function printAscii(isScreen: boolean): void {
	const convert = isScreen ? toAsciiCells : toAscii;
	for (const stream of [process.stdout, process.stderr]) {
		const write = stream.write.bind(stream) as (...parameters: unknown[]) => boolean;
		stream.write = (chunk: unknown, ...rest: unknown[]) =>
			write(typeof chunk === 'string' ? convert(chunk) : chunk, ...rest);
	}
}

/** Prepares standard output for any command: JSON is for programs, and stays as it is. */
export function applyAppearance(invocation: Invocation, isTerminal: boolean): void {
	if ('json' in invocation && invocation.json) {
		return;
	}
	const isScreen = ['walkthrough', 'review', 'replay'].includes(invocation.task);
	if (appearanceOf(invocation, process.env, isTerminal).ascii) {
		printAscii(isScreen && !invocation.plain);
	}
}
