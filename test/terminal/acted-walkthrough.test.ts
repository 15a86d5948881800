import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { openTerminal, type OpenTerminal } from '../helpers/open-terminal.ts';

let directory: string;
let terminal: OpenTerminal | undefined;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), 'walkthrough-test-'));
	await build({
		entryPoints: ['test/tui/fixtures/walk.tsx'],
		outfile: join(directory, 'walk.mjs'),
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		jsx: 'automatic',
		alias: { 'react-devtools-core': './scripts/build/no-devtools.ts' },
		define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
		banner: {
			js: "import {createRequire as makeRequire} from 'node:module'; const require = makeRequire(import.meta.url);",
		},
		logLevel: 'warning',
	});
});

afterEach(() => terminal?.close());

afterAll(() => rm(directory, { recursive: true }));

function start(trouble = 'none'): OpenTerminal {
	terminal = openTerminal(process.execPath, [join(directory, 'walk.mjs'), trouble]);
	return terminal;
}

test('the walkthrough has a screen of its own, and gives the terminal back', async () => {
	const { waitFor, press, exit, isAlternateScreen, text, isCursorHidden } = start();
	await waitFor(/❯ {2}1 {2}A root of its own/);
	expect(isAlternateScreen()).toBe(true);
	expect(isCursorHidden()).toBe(false);
	press('q');
	expect(await exit).toBe(0);
	await waitFor(/left after: close/);
	expect(isAlternateScreen()).toBe(false);
	expect(isCursorHidden()).toBe(false);
	expect(text()).not.toContain('A root of its own');
});

test('it is not left before everything is cleaned up', async () => {
	const { waitFor, press, exit } = start('slow to close');
	await waitFor(/A root of its own/);
	press('q');
	await waitFor(/Cleaning up…/);
	expect(await exit).toBe(0);
	await waitFor(/left after: close/);
});

test('Ctrl-C and the end of the terminal session are like quitting', async () => {
	const first = start();
	await first.waitFor(/A root of its own/);
	first.press('\u0003');
	expect(await first.exit).toBe(0);
	await first.waitFor(/left after: interrupt, close/);
	await first.close();

	const second = start();
	await second.waitFor(/A root of its own/);
	process.kill(second.pid, 'SIGTERM');
	expect(await second.exit).toBe(0);
	await second.waitFor(/left after: close/);
});

test('an error in drawing cleans up, is told, and is no success', async () => {
	const { waitFor, press, exit, isAlternateScreen } = start('cannot draw');
	await waitFor(/A root of its own/);
	press('\r');
	expect(await exit).toBe(1);
	await waitFor(/failed after: open [^]*close: Error: This/);
	expect(isAlternateScreen()).toBe(false);
});

test('an error in cleaning up is told', async () => {
	const { waitFor, press, exit } = start('cannot clean up');
	await waitFor(/A root of its own/);
	press('q');
	expect(await exit).toBe(1);
	await waitFor(/failed after: close: Error: A mount is still in use\./);
});

test('a running command moves its spinner, survives resizing, and is stopped by Ctrl-C', async () => {
	const { waitFor, press, resize, exit } = start();
	await waitFor(/A root of its own/);
	press('\r');
	await waitFor(/step 1 of 3/);
	press('j');
	await waitFor(/Go to which step/);
	press('\x1b[F');
	await waitFor(/❯ · 1\.3/);
	press('\r');
	await waitFor(/step 3 of 3/);
	press('\r');
	await waitFor(/running, [1-9]\d* s/);
	resize({ columns: 60, rows: 18 });
	await waitFor(/^ {2}1 {2}A root of its own {17}✓ ✓ ● {3}step 3 of 3\n─{60}\n/);
	press('\u0003');
	await waitFor(/exit 130/);
	press('\u0003');
	expect(await exit).toBe(0);
	await waitFor(/interrupt, close/);
});
