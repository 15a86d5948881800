import { isatty } from 'node:tty';
import { execa } from 'execa';
import { lookAround } from '../elsewhere/look-around.ts';
import { type Offer, offersFor } from '../elsewhere/offers.ts';
import { keys, layoutOffers, quote } from '../elsewhere/page.ts';
import { createPaint, paintLine } from '../report/paint.ts';
import type { StyledLine } from '../report/span.ts';
import { makeVisible } from '../text/visible-text.ts';
import { hasColour } from './colour.ts';
import { type Looks, looksOf, printAscii } from './looks.ts';
import { interruptKey, readKey } from './read-key.ts';
import { listenForTermination, quitWithTerminal, type Termination } from './signals.ts';

/**
 * The walkthrough on a machine without a Linux kernel: shows what else on it could run the lessons, and
 * runs one of these on a key. Nothing here may need Linux.
 *
 * @param words The command line, which asks for the walkthrough.
 * @returns the exit code: 1 where nobody could choose, 0 after quitting, else that of what was chosen.
 */
export async function elsewhere(words: readonly string[]): Promise<number> {
	const looks: Given = {
		plain: words.includes('--plain'),
		colour: hasColour(!words.includes('--no-color')),
		motion: !words.includes('--no-motion'),
		screenReader: words.includes('--screen-reader'),
		ascii: words.includes('--ascii'),
	};
	const isInteractive = isatty(0) && isatty(1) && !looks.plain;
	if (looksOf(looks, process.env, isatty(1)).ascii) printAscii(isInteractive);
	using signals = listenForTermination();
	if (isInteractive) quitWithTerminal(signals);
	for (;;) {
		const { platform } = process;
		if (isInteractive) process.stdout.write('Looking for what can run Linux here…');
		const offers = offersFor(await lookAround(platform), platform, words);
		if (isInteractive) process.stdout.write(clearLine);
		const lines = layoutOffers(offers, {
			width: process.stdout.columns || 80,
			withKeys: isInteractive,
			// In a pipe, one line is easier to take.
			withBackslashes: isInteractive && platform !== 'win32',
		});
		const numbers = [...offers.ready.keys()].map((index) => String(index + 1));
		const wanted = [...numbers, ...Object.values(keys)];
		// Before the keys are shown: one that is pressed in between would be lost, or echoed.
		const pressed = isInteractive ? readKey(wanted, signals.signal) : undefined;
		print([[], ...lines], looks.colour);
		if (pressed === undefined) return 1;
		const key = await pressed;
		const offer = offers.ready[Number(key) - 1];
		if (offer !== undefined) return await run(offer, signals);
		if (key === keys.watch) return await watch(looks);
		if (key !== keys.again) return key === interruptKey ? 130 : signals.exitCode();
	}
}

const clearLine = '\r\x1b[2K';

type Given = Looks & { readonly plain: boolean };

function print(lines: readonly StyledLine[], colour: boolean): void {
	const paint = createPaint(colour);
	process.stdout.write(lines.map((line) => `${paintLine(line, paint)}\n`).join(''));
}

/** Only the recorded walkthrough needs more of the program. */
async function watch(looks: Given): Promise<number> {
	const { replayBundled } = await import('./replay.ts');
	return replayBundled({ ...looks, json: false });
}

/** It has the terminal to itself, and with that Ctrl-C. */
async function run({ command }: Offer, { signal }: Termination): Promise<number> {
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
