import { setTimeout as delay } from 'node:timers/promises';
import pty from '@lydell/node-pty';
import xterm, { type Terminal } from '@xterm/headless';
import type { Size } from './draw-screen.ts';

/** What a screen is looked at for. */
type Pattern = { readonly test: (screen: string) => boolean };

export type OpenProgram = {
	readonly terminal: Terminal;
	readonly text: () => string;
	/** Waits until the screen is like that, and at rest. */
	readonly shows: (pattern: Pattern) => Promise<void>;
	readonly press: (keys: string, pattern: Pattern) => Promise<void>;
	readonly pressUntil: (keys: string, pattern: Pattern) => Promise<void>;
	/** Presses `q`, and waits until the program has ended. */
	readonly close: () => Promise<void>;
};

/** Opens a program in a terminal of this size, and returns its keyboard and its screen. */
export function openProgram(words: readonly string[], size: Size): OpenProgram {
	const terminal = new xterm.Terminal({ ...size, allowProposedApi: true });
	const program = pty.spawn(process.execPath, [...words], {
		...size,
		name: 'xterm-256color',
		env: {
			PATH: process.env['PATH'],
			LANG: 'C.UTF-8',
			TERM: 'xterm-256color',
			NODE_ENV: 'production',
		},
	});
	let isDrawing = false;
	for (const final of ['h', 'l']) {
		terminal.parser.registerCsiHandler({ prefix: '?', final }, (parameters) => {
			if (parameters.includes(2026)) {
				isDrawing = final === 'h';
			}
			return false;
		});
	}

	program.onData((data) => {
		terminal.write(data);
	});
	terminal.onData((answer) => {
		program.write(answer);
	});
	const ended = new Promise((resolve) => {
		program.onExit(resolve);
	});

	return { terminal, text, shows, press, pressUntil, close };

	/** Presses keys, and waits until the screen shows what they lead to. */
	async function press(keys: string, pattern: Pattern): Promise<void> {
		program.write(keys);
		await shows(pattern);
	}

	/** The same with a key that may have to be pressed again, because it first scrolls. While a step runs, none is. */
	async function pressUntil(keys: string, pattern: Pattern): Promise<void> {
		const isAtRest = { test: (now: string) => pattern.test(now) || /^ *Enter {2}/m.test(now) };
		for (let presses = 0; presses < 20; presses++) {
			await shows(isAtRest);
			const before = text();
			if (pattern.test(before)) {
				return;
			}
			await press(keys, { test: (now) => now !== before });
		}

		await shows(pattern);
	}

	async function shows(pattern: Pattern): Promise<void> {
		const deadline = Date.now() + 20_000;
		while (isDrawing || !pattern.test(text())) {
			if (Date.now() > deadline) {
				throw new Error(`The screen never showed ${describe(pattern)}. It was:\n${text()}`);
			}

			await delay(5);
		}

		await settled();
	}

	/** Until two looks, with a while between them, are the same. */
	async function settled(): Promise<void> {
		let last: string | undefined;
		while (last !== text()) {
			last = text();
			await delay(120);
		}
	}

	function text(): string {
		const { active } = terminal.buffer;
		return Array.from(
			{ length: size.rows },
			(_, y) => active.getLine(y)?.translateToString(true) ?? '',
		).join('\n');
	}

	async function close(): Promise<void> {
		program.write('q');
		await ended;
	}
}

const describe = (pattern: Pattern) =>
	pattern instanceof RegExp ? String(pattern) : 'anything else';
