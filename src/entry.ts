#!/usr/bin/env node
import { isatty } from 'node:tty';
import { preflight } from './preflight.ts';
import { version } from './version.ts';

// This file must be understood by a Node.js of any age, so that it can say that it is too old: no
// `await` outside of functions, and nothing that is needed later is loaded before that is settled.
const words = process.argv.slice(2);
const refusal = preflight({
	platform: process.platform,
	nodeVersion: process.versions.node,
	stdinIsTTY: isatty(0),
	stdoutIsTTY: isatty(1),
	words,
});

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
	// Nobody reads on, as with `| head -1`, or the terminal is gone: what is written is lost, what was made is still removed.
	process.exitCode = 1;
	if (code !== 'EPIPE' && code !== 'EIO')
		process.stderr.write(`The output cannot be written: ${message}.\n`);
});

if (words.includes('--version')) {
	process.stdout.write(`${version}\n`);
} else if (refusal === undefined) {
	start();
} else {
	process.stderr.write(`${refusal.message}\n`);
	process.exitCode = refusal.code;
	if (refusal.elsewhere) offer();
}

function offer(): void {
	setColours();
	void import('./modes/elsewhere.ts')
		.then(({ elsewhere }) => elsewhere(words))
		.then(
			(code) => {
				process.exitCode = code;
			},
			(error: unknown) => {
				process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
			},
		);
}

function start(): void {
	setColours();
	void import('./cli.ts').then(({ main }) => main(words));
}

/** Ink asks for colours when it is loaded, and does not know NO_COLOR. */
function setColours(): void {
	if (process.env['NO_COLOR'] || words.includes('--no-color')) process.env['FORCE_COLOR'] = '0';
}
