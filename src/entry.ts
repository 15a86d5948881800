#!/usr/bin/env node
import { isatty } from 'node:tty';
import { closeLostTerminals } from './command-line/closed-terminals.ts';
import { preflight } from './command-line/preflight.ts';
import { version } from './command-line/version.ts';

// This file must be understood by a Node.js of any age, so that it can say that it is too old: no
// `await` outside of functions, and nothing that is needed later is loaded before that is settled.
const words = process.argv.slice(2);
const stdoutIsTTY = isatty(1);
const refusal = preflight({
	platform: process.platform,
	nodeVersion: process.versions.node,
	stdinIsTTY: isatty(0),
	stdoutIsTTY,
	words,
});

closeLostTerminals();
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
	// If the reader has gone (`| head -1`), or the terminal, output is lost, and what was made is still removed.
	// A lost terminal counts as SIGHUP, also where none is sent.
	const isGone = stdoutIsTTY && code === 'EIO';
	process.exitCode = isGone ? 129 : 1;
	if (!isGone && code !== 'EPIPE') {
		process.stderr.write(`The output cannot be written: ${message}.\n`);
	}
});

if (words.includes('--version')) {
	process.stdout.write(`${version}\n`);
} else if (refusal === undefined) {
	start();
} else {
	process.stderr.write(`${refusal.message}\n`);
	process.exitCode = refusal.code;
	if (refusal.looksAround) {
		showWaysToLinux();
	}
}

function showWaysToLinux(): void {
	setColours();
	void import('./commands/without-linux.ts')
		.then(({ walkthroughWithoutLinux }) => walkthroughWithoutLinux(words))
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
	void import('./commands/main.ts').then(({ main }) => main(words));
}

/** Ink asks for colours when it is loaded, and does not know NO_COLOR. */
function setColours(): void {
	if (process.env['NO_COLOR'] || words.includes('--no-color')) {
		process.env['FORCE_COLOR'] = '0';
	}
}
