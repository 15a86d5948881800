import type { Mode } from '../arguments.ts';
import { toAscii, toAsciiCells } from '../ascii.ts';

/** How a learner can take in what the program shows. */
export type Looks = {
	/** False: nothing moves by itself. */
	readonly motion: boolean;
	readonly colour: boolean;
	readonly ascii: boolean;
	/** Lines in reading order, each written once, in place of screens. */
	readonly screenReader: boolean;
};

/** What was asked for on the command line, and by the environment. */
export function looksOf(
	{ motion, colour, ascii, screenReader }: Looks,
	environment: Environment,
	isTerminal: boolean,
): Looks {
	return {
		motion,
		colour: colour && !environment['NO_COLOR'],
		ascii: ascii || (isTerminal && !hasUnicode(environment)),
		screenReader: screenReader || environment['INK_SCREEN_READER'] === 'true',
	};
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A locale that says another character set has no more than that. Where none is set at all, as in many a
 * container, the terminal outside of it has, as nearly all have; the console of Linux draws only a few.
 */
function hasUnicode(environment: Environment): boolean {
	const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
	return environment['TERM'] !== 'linux' && (locale === '' || /utf-?8/i.test(locale));
}

/** Everything that is printed from now on is ASCII; a screen keeps its columns. */
export function printAscii(isScreen: boolean): void {
	const convert = isScreen ? toAsciiCells : toAscii;
	for (const stream of [process.stdout, process.stderr]) {
		const write = stream.write.bind(stream) as (...parameters: unknown[]) => boolean;
		stream.write = (chunk: unknown, ...rest: unknown[]) =>
			write(typeof chunk === 'string' ? convert(chunk) : chunk, ...rest);
	}
}

/** For every command: JSON is for programs, and stays as it is. */
export function applyLooks(mode: Mode, isTerminal: boolean): void {
	if ('json' in mode && mode.json) return;
	const isScreen = ['walkthrough', 'review', 'replay'].includes(mode.task);
	if (looksOf(mode, process.env, isTerminal).ascii) printAscii(isScreen && !mode.plain);
}
