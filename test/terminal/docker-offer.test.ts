import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { commandElsewhere, fakeTools } from '../helpers/elsewhere.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { readMoveIn } from '../helpers/move-in.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';
import { type Daemon, startDaemon } from '../machines/docker/daemon.ts';
import { lacking, searchPath } from '../machines/installed.ts';
import { pressUntil } from '../helpers/press-until.ts';

const image = 'cuth-elsewhere';
const lack = lacking('dockerd', 'docker');

let daemon: Daemon;
let tools = '';
let terminal: OpenTerminal | undefined;

beforeAll(async () => {
	if (lack !== undefined) {
		return;
	}
	daemon = await startDaemon();
	await importImage();
	// The first container makes the daemon's own cgroups.
	await daemon.docker(['run', '--rm', image, 'true']);
	// The real engine; only the image is another, because this one is at hand.
	const { stdout: docker } = await execa('which', ['docker']);
	tools = fakeTools({ docker: `exec ${docker} "\${@/#docker.io\\/node:22/${image}}"` });
}, 300_000);
afterAll(async () => {
	if (lack !== undefined) {
		return;
	}
	await terminal?.close();
	await daemon.stop();
	rmSync(tools, { recursive: true });
}, 180_000);

const title =
	'on a Mac with Docker, one key opens the walkthrough in a container that can do all lessons';
(lack === undefined ? test : test.skip)(
	lack === undefined ? title : `${title} (not here: ${lack})`,
	async () => {
		const before = takeInventory();
		terminal = await takeOffer();
		const list = await terminal.waitFor(/0 of \d+ lessons finished/, 60_000);
		expect(list).toContain('6  Limits');
		// Nobody else's container to compare with.
		const limited = [...list.matchAll(/(\d+) {2}.*– limited$/gm)].map(([, number]) => number);
		expect(limited).toEqual(['8']);
		expect(list).not.toContain('not here');
		await pressUntil(terminal, /step 2 of \d/);
		terminal.press('q');
		expect(await terminal.exit).toBe(0);
		expect(terminal.text()).toContain('All that the lessons made is removed.');
		expect(await daemon.docker(['ps', '--all', '--quiet'])).toBe('');
		expect(await leftSince(before, 5000)).toEqual([]);

		// The place is kept, although the container is gone.
		await terminal.close();
		terminal = await takeOffer();
		await terminal.waitFor(/resume/, 60_000);
		terminal.press('q');
		expect(await terminal.exit).toBe(0);
	},
	300_000,
);

/** On a machine that says it is a Mac. */
async function takeOffer(): Promise<OpenTerminal> {
	const [file, words] = commandElsewhere('darwin', ['--no-motion']);
	const opened = openTerminal(file, words, {
		environment: { ...daemon.environment, PATH: `${tools}:${searchPath}` },
	});
	await opened.waitFor(/1 {2}Docker[^]*q quit$/, 20_000);
	opened.press('1');
	return opened;
}

/** What the lessons and the offered command call, from this machine; npx finds the program at once. */
async function importImage(): Promise<void> {
	const root = mkdtempSync('/tmp/cuth-image-');
	try {
		const programs = [
			...['bash', 'cat', 'chroot', 'cp', 'find', 'getconf', 'grep', 'ldd', 'ls', 'mkdir', 'mkfifo'],
			...['mount', 'node', 'ps', 'readlink', 'rm', 'sed', 'setpriv', 'tail', 'taskset', 'true'],
			...['ip', 'tc', 'lsns', 'nsenter', 'ipcmk', 'ipcs', 'hostname', 'pivot_root', 'perl'],
			...['tar', 'gzip'],
			...['/bin/bash', '/bin/cat', '/bin/ls', 'umount', 'unshare'],
			...['cgcreate', 'cgclassify', 'cgset', 'cgdelete'],
		];
		await execa('bash', ['-c', `${await readMoveIn()}\nmove_in ${root} ${programs.join(' ')}`]);
		for (const part of ['dist', 'lessons', 'package.json']) {
			cpSync(part, join(root, 'program', part), { recursive: true });
		}
		writeFileSync(
			join(root, 'usr/bin/npx'),
			'#!/bin/bash\n[ "$1 $2" = "-y containers-under-the-hood" ] && exec node /program/dist/entry.js "${@:3}"\n',
			{ mode: 0o755 },
		);
		for (const directory of ['tmp', 'root', 'etc']) {
			mkdirSync(join(root, directory));
		}
		writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/bash\n');
		const tar = execa('tar', ['--directory', root, '--create', '.'], { buffer: false });
		await tar.pipe('docker', ['import', '-', image], { env: daemon.environment });
	} finally {
		rmSync(root, { recursive: true });
	}
}
