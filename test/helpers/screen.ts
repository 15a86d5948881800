import { setTimeout as delay } from 'node:timers/promises';
import xterm from '@xterm/headless';

export type Size = { readonly columns: number; readonly rows: number };

/** A terminal without a window: takes what a program writes, and tells what a person would see. */
export function createScreen({ columns, rows }: Size) {
	const terminal = new xterm.Terminal({
		cols: columns,
		rows,
		scrollback: 10_000,
		allowProposedApi: true,
		// What the terminal driver of a kernel does.
		convertEol: true,
	});
	let parsed = Promise.resolve();
	let hidden = false;
	/** Between the beginning and the end of a frame (synchronized output, mode 2026) nobody would see anything. */
	let isDrawing = false;
	for (const final of ['h', 'l']) {
		terminal.parser.registerCsiHandler({ prefix: '?', final }, (parameters) => {
			if (parameters.includes(25)) {
				hidden = final === 'l';
			}
			if (parameters.includes(2026)) {
				isDrawing = final === 'h';
			}
			return false;
		});
	}

	const text = (): string => {
		const { active } = terminal.buffer;
		return Array.from({ length: terminal.rows }, (_, row) =>
			(
				active.getLine(active.viewportY + row)?.translateToString(true, 0, terminal.cols) ?? ''
			).trimEnd(),
		)
			.join('\n')
			.trimEnd();
	};

	/** All that was written, with what has scrolled away. */
	const history = (): string => {
		const { active } = terminal.buffer;
		return Array.from({ length: active.length }, (_, row) =>
			(active.getLine(row)?.translateToString(true) ?? '').trimEnd(),
		)
			.join('\n')
			.trimEnd();
	};

	const fromCursor = (): string => {
		const { active } = terminal.buffer;
		const row = active.getLine(active.baseY + active.cursorY);
		return row?.translateToString(true, active.cursorX) ?? '';
	};

	return {
		text,
		history,
		terminal,
		cell: (column: number, row: number) =>
			terminal.buffer.active.getLine(terminal.buffer.active.viewportY + row)?.getCell(column),
		/** A terminal shows or hides its cursor as the program asks it to. */
		isCursorHidden: () => hidden,
		write(data: string, callback?: () => void) {
			parsed = new Promise((resolve) => {
				terminal.write(data, () => {
					resolve();
					callback?.();
				});
			});
		},
		/** Settles when all that was written can be seen. */
		written: () => parsed,
		resize(size: Size) {
			terminal.resize(size.columns, size.rows);
		},
		dispose() {
			terminal.dispose();
		},
		/** Resolves once the cursor is to be seen where this is what its row says from there on. */
		waitForCursor: (pattern: RegExp, milliseconds = 20_000) =>
			waitUntil(
				() => !hidden && pattern.test(fromCursor()),
				`had its cursor at ${String(pattern)}`,
				milliseconds,
			),
		/** Resolves with the screen once it matches; on time-out the error shows the whole screen. */
		waitFor: (pattern: RegExp, milliseconds = 20_000) =>
			waitUntil((shown) => pattern.test(shown), `matched ${String(pattern)}`, milliseconds),
		/** The same with what has left the screen at its top. */
		waitForHistory: (pattern: RegExp, milliseconds = 20_000) =>
			waitUntil(() => pattern.test(history()), `followed ${String(pattern)}`, milliseconds),
		/** Resolves with the screen once it is another than this. */
		waitForChange: (before: string, milliseconds = 20_000) =>
			waitUntil((shown) => shown !== before, 'changed', milliseconds),
	};

	async function waitUntil(
		isReached: (shown: string) => boolean,
		what: string,
		milliseconds: number,
	): Promise<string> {
		const deadline = Date.now() + milliseconds;
		for (;;) {
			await parsed;
			if (!isDrawing && isReached(text())) {
				return text();
			}
			if (Date.now() > deadline) {
				throw new Error(`The screen never ${what}. It was:\n${text()}`);
			}
			await delay(5);
		}
	}
}
