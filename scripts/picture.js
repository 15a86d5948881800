// `npm run picture`: walks the real program and makes the README's picture of what it shows.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { drawScreen } from './draw-screen.js';
import { root } from './set-up.js';

const size = { cols: 80, rows: 24 };
const state = mkdtempSync(join(tmpdir(), 'cuth-picture-'));
const terminal = new xterm.Terminal({ ...size, allowProposedApi: true });
const program = pty.spawn(process.execPath, [`${root}dist/entry.js`, '--no-motion'], {
	...size,
	name: 'xterm-256color',
	env: { PATH: process.env['PATH'], HOME: state, LANG: 'C.UTF-8', TERM: 'xterm-256color' },
});
program.onData((data) => terminal.write(data));

// The fourth lesson, where each container has come to see only itself.
const step = 'Each sees only itself';
await shows(/0 of 5 lessons/);
await press('\x1b[B\x1b[B\x1b[B', /❯ +4/);
await press('\r', /step 1 of 18/);
await press('j', /Go to which step/);
while (!new RegExp(`❯.* ${step}`).test(text())) {
	const before = text();
	program.write('\x1b[B');
	await delay(50);
	if (text() === before) {
		await delay(200);
	}
}

await press('\r', new RegExp(`step 10 of 16[^]*${step}[^]*Enter {2}run`));
await press('\r', /Before and after/);
await delay(500);
writeFileSync(`${root}assets/pictures/step.svg`, drawScreen(terminal));
program.write('q');
await new Promise((resolve) => program.onExit(resolve));
rmSync(state, { recursive: true });

async function press(keys, pattern) {
	program.write(keys);
	await shows(pattern);
}

async function shows(pattern) {
	const deadline = Date.now() + 20_000;
	while (!pattern.test(text())) {
		if (Date.now() > deadline) {
			throw new Error(`The screen never showed ${pattern}. It was:\n${text()}`);
		}

		await delay(20);
	}
}

function text() {
	const { active } = terminal.buffer;
	return Array.from({ length: size.rows }, (_, y) =>
		active.getLine(y).translateToString(true),
	).join('\n');
}
