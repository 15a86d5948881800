import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { commandElsewhere, fakeTools } from '../helpers/elsewhere.ts';
import { possibleLane, start } from '../helpers/lanes.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';

const engineRuns = 'case $1 in version) echo linux;; *) printf "<%s>" "$@"; exit 7;; esac';

let tools = '';
let terminal: OpenTerminal;

beforeEach(() => {
	tools = fakeTools({ docker: engineRuns });
});
afterEach(async () => {
	await terminal.close();
	rmSync(tools, { recursive: true });
});

test('on a Mac it says why not here, and runs what is offered on one key', async () => {
	open('darwin');
	await terminal.waitFor(/1 run {3}w watch {3}r look again {3}q quit$/);
	expect(terminal.text()).toMatch(
		/^Containers are made by the Linux kernel, and this is macOS\.\n/,
	);
	expect(terminal.text()).toContain('1  Docker, in a container that is removed afterwards:');
	terminal.press('1');
	expect(await terminal.exit).toBe(7);
	const shown = terminal.text().replaceAll('\n', '');
	expect(shown).toMatch(/That ended with 7.*walkthrough\./);
	expect(shown).toContain(
		'$ docker run --rm -it --init --privileged --cgroupns=host --volume containers-under-the-hood:/root/.local/state docker.io/node:22',
	);
	expect(shown).toMatch(/<run><--rm>.*<bash><-c><[^<]*; npx -y containers-under-the-hood>/);
});

test.each([
	['q', 0],
	['\x03', 130],
])('%j leaves with %p, and the terminal as it was', async (key, exitCode) => {
	open('win32');
	await terminal.waitFor(/this is Windows\.[^]*q quit$/);
	terminal.press(key);
	expect(await terminal.exit).toBe(exitCode);
	expect(terminal.isCursorHidden()).toBe(false);
	expect(terminal.isAlternateScreen()).toBe(false);
});

test.each([
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const)('%s ends it with %p', async (signal, exitCode) => {
	open('darwin');
	await terminal.waitFor(/q quit$/);
	process.kill(terminal.pid, signal);
	expect(await terminal.exit).toBe(exitCode);
});

test('other keys and pasted text do nothing', async () => {
	open('darwin');
	await terminal.waitFor(/q quit$/);
	terminal.press('x');
	terminal.press('1q');
	terminal.press('\x1b[A');
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(terminal.text()).not.toContain('$ docker');
	terminal.press('q');
	expect(await terminal.exit).toBe(0);
});

test('what a terminal says by itself is no key, also where a part of it looks like one', async () => {
	open('darwin');
	await terminal.waitFor(/q quit$/);
	for (const part of ['\x1b]11;', '1', 'q', '\x1b\\']) {
		terminal.press(part);
		await new Promise((resolve) => setTimeout(resolve, 60));
	}
	expect(terminal.text()).not.toContain('$ docker');
	expect(await Promise.race([terminal.exit, new Promise((done) => setTimeout(done, 300))])).toBe(
		undefined,
	);
	terminal.press('q');
	expect(await terminal.exit).toBe(0);
});

test('an engine that was started in the meantime is found on a key', async () => {
	writeFileSync(join(tools, 'docker'), '#!/bin/bash\nexit 1\n', { mode: 0o755 });
	open('darwin');
	await terminal.waitFor(
		/Docker is installed, but does not run\.[^]*\n {3}open -a Docker\n[^]*quit$/,
	);
	writeFileSync(join(tools, 'docker'), `#!/bin/bash\n${engineRuns}\n`);
	terminal.press('r');
	await terminal.waitFor(/1 {2}Docker, in a container[^]*q quit$/);
	terminal.press('q');
	await terminal.exit;
});

test('on another key one walks through a recording that came with the program', async () => {
	const copy = mkdtempSync('/tmp/cuth-copy-');
	try {
		for (const part of ['dist', 'lessons', 'package.json']) {
			cpSync(part, join(copy, part), { recursive: true });
		}
		mkdirSync(join(copy, 'assets/recordings'), { recursive: true });
		const { stdout } = await start(possibleLane(), ['run', '1', '--json']);
		writeFileSync(join(copy, 'assets/recordings/run.ndjson.gz'), gzipSync(`${String(stdout)}\n`));
		open('darwin', {}, join(copy, 'dist/entry.js'));
		await terminal.waitFor(/q quit$/);
		terminal.press('w');
		await terminal.waitFor(/1 {2}A root of its own/);
		terminal.press('\r');
		await terminal.waitFor(/step 1 of 6/);
		terminal.press('q');
		expect(await terminal.exit).toBe(0);
		expect(terminal.isAlternateScreen()).toBe(false);
	} finally {
		rmSync(copy, { recursive: true });
	}
});

test('at 60 x 18 all of it is seen at once', async () => {
	open('darwin', { columns: 60, rows: 18 });
	const shown = await terminal.waitFor(/q quit$/);
	expect(shown).toMatch(/^Containers are made by the Linux kernel, and this is macOS\./);
	expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
});

function open(platform: 'darwin' | 'win32', size = {}, program?: string): void {
	const [file, words] = commandElsewhere(platform, [], program);
	terminal = openTerminal(file, words, { ...size, environment: { PATH: path() } });
}

/** This machine's own engine must not be found. */
const path = () => `${tools}:/usr/sbin:/usr/bin:/sbin:/bin`;
