import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';
import { execa } from 'execa';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { openTerminal } from '../helpers/open-terminal.ts';
import { furnish } from '../kernel/open-stage.ts';
import { debianRoot, slim } from './debian-root.ts';
import { type OtherRoot, write } from './other-root.ts';
import { passedIn } from './passed.ts';
import { resultOf } from './result.ts';
import { rootTests } from './root-tests.ts';

const alpine = 'ID=alpine\nPRETTY_NAME="Alpine Linux v3.22"\n';
const musl = '/lib/ld-musl-x86_64.so.1';

/** As Alpine comes, but for Node.js, which brings glibc along: nothing else, and no merged directories. */
async function fillWithBusybox(directory: string): Promise<void> {
	for (const place of ['bin', 'sbin', 'usr/bin', 'usr/sbin', 'lib']) {
		mkdirSync(join(directory, place), { recursive: true });
	}

	copyFileSync('/bin/busybox', join(directory, 'bin/busybox'));
	await execa('chroot', [directory, '/bin/busybox', '--install', '-s']);
	if (existsSync(musl)) {
		copyFileSync(musl, join(directory, musl));
	}
	furnish(directory, [process.execPath]);
}

const onBusybox = rootTests('busybox and nothing else', ['busybox'], async (directory) => {
	await fillWithBusybox(directory);
	write(directory, 'etc/os-release', alpine);
	write(directory, 'sbin/apk', '#!/bin/sh\n', 0o755);
});

onBusybox('each missing tool is named, and the packages of Alpine', async (root) => {
	for (const words of [['doctor'], ['list']]) {
		const said = await sentences(root, words);
		expect(said).toMatch(/bash is not installed here/);
		expect(said).toMatch(/ldd is not installed here/);
		expect(said).toMatch(/ps is busybox's here/);
		expect(said).toMatch(/ip is busybox's here/);
		expect(said).toMatch(/cgcreate, cgclassify, cgset and cgdelete are not installed here/);
		expect(said).toContain(
			'apk add bash coreutils util-linux setpriv mount util-linux-misc lsns net-tools tar gzip musl-utils procps iproute2 iproute2-tc perl cgroup-tools',
		);
		expect(said).not.toMatch(/sudo/);
	}
});

onBusybox('all steps are skipped with a reason, at once, and nothing is left', async (root) => {
	const before = takeInventory();
	const said = await sentences(root, ['run', '--plain']);
	expect(said).toMatch(/\d+ lessons: 0 steps passed, 0 failed, \d+ skipped/);
	expect(said.match(/– Skipped here\. why: /g)?.length).toBe(said.match(/– Skipped/g)?.length);
	expect(await sentences(root, ['cleanup'])).toBe('Nothing was left. ');
	expect(await leftSince(before, 5000)).toEqual([]);
});

onBusybox('the walkthrough opens, and q ends it', async (root) => {
	const terminal = openTerminal(...root.command());
	try {
		await terminal.waitFor(/0 of \d+ lessons finished[^]*not here[^]*quit$/, 20_000);
		terminal.press('q');
		expect(await terminal.exit).toBe(0);
	} finally {
		await terminal.close();
	}
});

const withBash = rootTests(
	"bash and busybox's tools, of no known distribution",
	['busybox'],
	async (directory) => {
		await fillWithBusybox(directory);
		furnish(directory, ['bash']);
	},
);

withBash('each missing tool is named, and what packages are often called', async (root) => {
	for (const words of [['doctor'], ['list'], ['run', '--plain']]) {
		const said = await sentences(root, words);
		expect(said).toMatch(/chroot, cp, ls and mkfifo are busybox's here/);
		expect(said).toMatch(
			/the package manager of your distribution; the packages are often called coreutils,/,
		);
		expect(said).not.toMatch(/bash is not installed/);
	}
});

const onDebian = rootTests(
	'Debian with no more than it needs',
	['mmdebstrap'],
	async (directory) => {
		await execa('tar', ['--extract', '--directory', directory, '--file', await debianRoot(slim)]);
		mkdirSync(join(directory, dirname(process.execPath)), { recursive: true });
		copyFileSync(process.execPath, join(directory, process.execPath));
	},
);

onDebian('each missing tool is named, and the packages of Debian', async (root) => {
	for (const words of [['doctor'], ['list']]) {
		const said = await sentences(root, words);
		expect(said).toMatch(/ps is not installed here/);
		expect(said).toMatch(/ip is not installed here/);
		expect(said).toContain('apt-get update && apt-get install -y procps iproute2 cgroup-tools');
	}
});

onDebian('what needs none of them runs', async (root) => {
	const before = takeInventory();
	const { stdout, stderr, exitCode } = await root.run('run', '1', '2', '3', '4', '--json');
	const result = await resultOf(`${stdout}\n`);
	const { failures, causes } = result;
	expect(stderr).toBe('');
	expect(failures).toEqual([]);
	expect(passedIn(result)).toEqual({ 1: 6, 2: 11, 3: 0, 4: 0 });
	expect(causes.map(({ cause }) => cause.split(' ')[0])).toEqual(['ps', 'ip']);
	expect(exitCode).toBe(0);
	expect(await leftSince(before, 5000)).toEqual([]);
});

/** What it prints, on one line; it must have gone well, and have no trace of a mistake of ours. */
async function sentences(root: OtherRoot, words: readonly string[]): Promise<string> {
	const { stdout, stderr, exitCode } = await root.run(...words);
	expect(stderr).toBe('');
	expect(exitCode).toBe(0);
	expect(stdout).not.toMatch(/undefined|\n +at |mistake of ours|ENOENT/);
	return `${stdout}\n`.replace(/\s+/g, ' ');
}
