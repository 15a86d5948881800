import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { render } from 'ink';
import type { ReactNode } from 'react';
import { openKeyboard } from '../../src/tui/keyboard.ts';
import { createScreen, type Size } from './screen.ts';

export type RenderedScreen = Awaited<ReturnType<typeof renderToScreen>>;

/** Draws a tree with the real Ink into a terminal in this process: real escape codes, real cells. */
export async function renderToScreen(tree: ReactNode, size: Size = { columns: 80, rows: 24 }) {
	const screen = createScreen(size);
	const stdout = Object.assign(new EventEmitter(), {
		...size,
		isTTY: true,
		write(data: string, callback?: () => void) {
			screen.write(data, callback);
			return true;
		},
	});
	const keyboard = Object.assign(new PassThrough(), {
		isTTY: true,
		setRawMode: () => undefined,
		ref: () => undefined,
		unref: () => undefined,
	});
	const app = render(tree, {
		stdout: stdout as unknown as NodeJS.WriteStream,
		stdin: openKeyboard(keyboard as unknown as NodeJS.ReadStream),
		alternateScreen: true,
		incrementalRendering: true,
		interactive: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	await app.waitUntilRenderFlush();
	return {
		text: screen.text,
		cell: screen.cell,
		waitFor: screen.waitFor,
		waitForCursor: screen.waitForCursor,
		isCursorHidden: screen.isCursorHidden,
		/** Bytes as a terminal sends them for keys. */
		press: (keys: string) => keyboard.write(keys),
		resize: (columns: number, rows: number) => {
			screen.resize({ columns, rows });
			Object.assign(stdout, { columns, rows });
			stdout.emit('resize');
		},
		async close() {
			app.unmount();
			await app.waitUntilExit();
			screen.dispose();
		},
	};
}
