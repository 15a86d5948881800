import pty from '@lydell/node-pty';
import { createScreen, type Size } from './screen.ts';
import { tellOnFailure } from './tell-on-failure.ts';

export type OpenTerminal = ReturnType<typeof openTerminal>;

export type TerminalOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly directory?: string;
	readonly environment?: Readonly<Record<string, string>>;
};

/** Runs a program in a real pseudo terminal whose screen and keyboard the test has. */
export function openTerminal(
	file: string,
	parameters: readonly string[],
	{ columns = 80, rows = 24, directory, environment = {} }: TerminalOptions = {},
) {
	const screen = createScreen({ columns, rows });
	tellOnFailure(() => `The screen of ${[file, ...parameters].join(' ')}:\n${screen.text()}`);
	const child = pty.spawn(file, [...parameters], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd: directory ?? process.cwd(),
		// Nothing of the shell that runs the tests, such as CI or NO_COLOR, may change the picture.
		env: {
			PATH: process.env['PATH'] ?? '',
			HOME: process.env['HOME'] ?? '/',
			LANG: 'C.UTF-8',
			TERM: 'xterm-256color',
			...environment,
		},
	});
	let hasEnded = false;
	child.onData((data) => {
		screen.write(data);
	});
	// A real terminal answers the questions that programs ask it.
	screen.terminal.onData((answer) => {
		if (!hasEnded) {
			child.write(answer);
		}
	});
	let clipboard = '';
	screen.terminal.parser.registerOscHandler(52, (data) => {
		clipboard = Buffer.from(data.replace(/^c;/, ''), 'base64').toString();
		return true;
	});
	const exit = new Promise<number>((resolve) => {
		child.onExit(({ exitCode }) => {
			hasEnded = true;
			// What it wrote last is looked for by whoever waits for its end.
			void screen.written().then(() => {
				resolve(exitCode);
			});
		});
	});

	return {
		text: screen.text,
		history: screen.history,
		cell: screen.cell,
		waitFor: screen.waitFor,
		waitForHistory: screen.waitForHistory,
		waitForCursor: screen.waitForCursor,
		isCursorHidden: screen.isCursorHidden,
		waitForChange: screen.waitForChange,
		exit,
		pid: child.pid,
		/** What the program has copied last. */
		clipboard: () => clipboard,
		/** `none` where the mouse is left to the terminal. */
		mouseMode: () => screen.terminal.modes.mouseTrackingMode,
		isAlternateScreen: () => screen.terminal.buffer.active.type === 'alternate',
		press: (keys: string) => {
			child.write(keys);
		},
		resize: (size: Size) => {
			screen.resize(size);
			child.resize(size.columns, size.rows);
		},
		/** Takes the terminal away, as one does who closes its window; the program may live on. */
		hangUp: () => {
			(child as unknown as { destroy: () => void }).destroy();
		},
		/** Ends the program, if it has not, without asking it. */
		async close() {
			if (!hasEnded) {
				child.kill('SIGKILL');
			}
			await exit;
			screen.dispose();
		},
	};
}
