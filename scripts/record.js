// `npm run record`: makes the recordings of assets/recordings from real runs of all lessons, on a
// Debian that is booted for it: nothing of this machine is in them. To be run again when a lesson
// has changed; wants root, QEMU and mmdebstrap, and takes some minutes.
import { execFileSync } from 'node:child_process';
import {
	copyFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { boot } from './machines/boot.js';
import { makeDisk } from './machines/disk.js';
import { imageOf } from './machines/image.js';
import { obstacleTo } from './machines/obstacle.js';
import { debian } from './machines/recipes.js';
import { root } from './set-up.js';

/** What is worth showing: the name of the recording, and who runs the lessons. */
const machines = [
	{ append: '', runs: { 'root-v2': 'root', 'user-v2': 'learner' } },
	{
		// systemd 252 can still do that; systemd(1).
		append: 'systemd.unified_cgroup_hierarchy=0 systemd.legacy_systemd_cgroup_controller=1',
		runs: { 'root-v1': 'root' },
	},
];

const minutes = 30;
const directory = `${root}assets/recordings`;

const obstacle = obstacleTo(debian);
if (obstacle !== undefined) {
	throw new Error(`A Debian cannot be booted here: ${obstacle.what}.`);
}

// Once before, so that not both of them build it.
imageOf(debian);
mkdirSync(directory, { recursive: true });
await Promise.all(
	machines.map(async ({ append, runs }) => {
		const recordings = await perform(append, runs);
		for (const [name, recording] of Object.entries(recordings)) {
			refuseFailures(name, recording);
			writeFileSync(join(directory, `${name}.ndjson.gz`), gzipSync(recording, { level: 9 }));
			console.log(`${name}: ${recording.split('\n').length - 2} events`);
		}
	}),
);

/** Boots the machine, runs all lessons as each of these users, and returns what they recorded. */
async function perform(append, runs) {
	const work = mkdtempSync(join(tmpdir(), 'cuth-record-'));
	const [content, input, output, log, results] = [
		'content',
		'input',
		'output',
		'log',
		'results',
	].map((name) => join(work, name));
	try {
		makeContent(content, runs);
		makeDisk(input, content, '1G');
		writeFileSync(output, '');
		truncateSync(output, 64 * 1024 * 1024);
		await boot(imageOf(debian), { input, output, log, append, minutes });
		mkdirSync(results);
		execFileSync('tar', ['--extract', `--file=${output}`, `--directory=${results}`]);
		return Object.fromEntries(
			Object.keys(runs).map((name) => [name, readFileSync(join(results, name), 'utf8')]),
		);
	} catch (error) {
		process.stderr.write(`The console of the machine:\n${readFileSync(log, 'utf8')}\n`);
		throw error;
	} finally {
		rmSync(work, { recursive: true });
	}
}

/** The disk that is handed over: the program as it is published, Node.js, and what to do. */
function makeContent(content, runs) {
	mkdirSync(join(content, 'program'), { recursive: true });
	for (const part of ['dist', 'lessons', 'package.json']) {
		cpSync(root + part, join(content, 'program', part), { recursive: true });
	}

	copyFileSync(process.execPath, join(content, 'node'));
	writeFileSync(join(content, 'perform'), script(runs), { mode: 0o755 });
	execFileSync('chmod', ['-R', 'a+rX', content]);
}

/** Everybody is logged in, by PAM, as one is on such a machine; pam_systemd(8). */
function script(runs) {
	const home = '/opt/containers-under-the-hood';
	return [
		'#!/bin/sh -e',
		`cp -r /mnt/input/program ${home}`,
		'cp /mnt/input/node /usr/local/bin/node',
		'mkdir /run/results',
		...Object.entries(runs).map(
			([name, user]) =>
				`systemd-run --quiet --wait --pipe --collect -p PAMName=login -p User=${user} ` +
				`bash --login -c 'cd; LANG=C.UTF-8 exec node ${home}/dist/entry.js run --json --trace' > /run/results/${name}`,
		),
		'tar --create --file=/dev/vdc --directory=/run/results .',
		'sync',
		'',
	].join('\n');
}

function refuseFailures(name, recording) {
	const failed = recording
		.split('\n')
		.filter((line) => line.includes('"outcome":"failed"'))
		.map((line) => JSON.parse(line));
	if (failed.length > 0) {
		const steps = failed.map(({ step, why }) => `${step}: ${why}`).join('\n');
		throw new Error(`Not every step of ${name} passed; nothing is recorded.\n${steps}`);
	}
}
