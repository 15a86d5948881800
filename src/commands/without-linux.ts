import { isatty } from 'node:tty';
import { execa } from 'execa';
import { lookAround } from '../without-linux/look-around.ts';
import { type WayToLinux, waysToLinux } from '../without-linux/ways-to-linux.ts';
import { keys, layoutOffers, quote } from '../without-linux/page.ts';
import { createPaint, paintLine } from '../report/paint.ts';
import type { StyledLine } from '../report/span.ts';
import { makeVisible } from '../text/visible-text.ts';
import { hasColour } from '../command-line/colour.ts';
import { type Appearance, appearanceOf, printAscii } from '../command-line/appearance.ts';
import { interruptKey, readKey } from '../command-line/read-key.ts';
import {
	listenForTermination,
	quitWithTerminal,
	type Termination,
} from '../command-line/signals.ts';

/**
 * Runs the walkthrough on a machine without a Linux kernel: shows what else on it could run the
 * lessons, and runs one of these on a key. Nothing here may need Linux.
 *
 * @param words The command line, which asks for the walkthrough.
 * @returns the exit code: 1 where nobody could choose, 0 after quitting, else that of what was
 * chosen
 */
export async function walkthroughWithoutLinux(words: readonly string[]): Promise<number> {
	const appearance: GivenAppearance = {
		plain: words.includes('--plain'),
		colour: hasColour(!words.includes('--no-color')),
		motion: !words.includes('--no-motion'),
		screenReader: words.includes('--screen-reader'),
		ascii: words.includes('--ascii'),
	};
	const isInteractive = isatty(0) && isatty(1) && !appearance.plain;
	if (appearanceOf(appearance, process.env, isatty(1)).ascii) {
		printAscii(isInteractive);
	}
	using signals = listenForTermination();
	if (isInteractive) {
		quitWithTerminal(signals);
	}
	for (;;) {
		const { platform } = process;
		if (isInteractive) {
			process.stdout.write('Looking for what can run Linux here…');
		}
		const ways = waysToLinux(await lookAround(platform), platform, words);
		if (isInteractive) {
			process.stdout.write(clearLine);
		}
		const lines = layoutOffers(ways, {
			width: process.stdout.columns || 80,
			withKeys: isInteractive,
			// In a pipe, one line is easier to take.
			withBackslashes: isInteractive && platform !== 'win32',
		});
		const numbers = [...ways.ready.keys()].map((index) => String(index + 1));
		const wanted = [...numbers, ...Object.values(keys)];
		// This comes before the keys are shown: one that is pressed in between would be lost, or
		// echoed.
		const pressed = isInteractive ? readKey(wanted, signals.signal) : undefined;
		print([[], ...lines], appearance.colour);
		if (pressed === undefined) {
			return 1;
		}
		const key = await pressed;
		const chosen = ways.ready[Number(key) - 1];
		if (chosen !== undefined) {
			return await run(chosen, signals);
		}
		if (key === keys.watch) {
			return await watch(appearance);
		}
		if (key !== keys.again) {
			return key === interruptKey ? 130 : signals.exitCode();
		}
	}
}

const clearLine = '\r\x1b[2K';

type GivenAppearance = Appearance & { readonly plain: boolean };

function print(lines: readonly StyledLine[], colour: boolean): void {
	const paint = createPaint(colour);
	process.stdout.write(lines.map((line) => `${paintLine(line, paint)}\n`).join(''));
}

/** Shows the recorded walkthrough, which alone needs more of the program. */
async function watch(appearance: GivenAppearance): Promise<number> {
	const { replayBundled } = await import('./replay.ts');
	return replayBundled({ ...appearance, json: false });
}

/** Runs a command that has the terminal to itself, and with it Ctrl-C. */
async function run({ command }: WayToLinux, { signal }: Termination): Promise<number> {
	const [file = '', ...words] = command;
	const ignore = () => undefined;
	process.stdout.write(`\n$ ${makeVisible(quote(command))}\n`);
	process.on('SIGINT', ignore);
	const { exitCode = 1 } = await execa(file, words, {
		stdio: 'inherit',
		reject: false,
		cancelSignal: signal,
	});
	process.off('SIGINT', ignore);
	if (exitCode !== 0) {
		process.stderr.write(
			`That ended with ${exitCode}; what it printed says why. Started again, \`${keys.watch}\` shows the recorded walkthrough.\n`,
		);
	}

	return exitCode;
}
