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
import { root } from '../set-up.js';
import { boot } from './boot.js';
import { makeDisk } from './disk.js';
import { imageOf } from './image.js';

/**
 * One run of the program.
 * @typedef {object} Run
 * @property {string} name of its files
 * @property {'root' | 'user' | 'user without a session'} as
 * @property {readonly string[]} words after the name of the program
 */

/**
 * Boots a machine, has it perform these runs one after the other, and returns what each printed.
 * @param {import('./recipes.js').Recipe} recipe
 * @param {readonly Run[]} runs
 * @param {{append?: string, minutes: number}} options `append` goes to the command line of the kernel
 * @returns {Promise<{name: string, output: string, complaints: string, exitCode: number, booted: number}[]>}
 *   `booted`: seconds from the start of its kernel to the first program of ours.
 * @throws where the machine did not get through; what it said on its console has been printed.
 */
export async function performOn(recipe, runs, { append = '', minutes }) {
	const work = mkdtempSync(join(tmpdir(), 'cuth-perform-'));
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
		await boot(imageOf(recipe), { input, output, log, append, minutes });
		mkdirSync(results);
		execFileSync('tar', ['--extract', `--file=${output}`, `--directory=${results}`]);
		const read = (file) => readFileSync(join(results, file), 'utf8');
		const booted = Number(read('booted'));
		return runs.map(({ name }) => ({
			name,
			output: read(name),
			complaints: read(`${name}.complaints`),
			exitCode: Number(read(`${name}.exit`)),
			booted,
		}));
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

const home = '/opt/containers-under-the-hood';

function script(runs) {
	return [
		'#!/bin/sh -e',
		'mkdir /run/results',
		"cut -d ' ' -f 1 /proc/uptime > /run/results/booted",
		`cp -r /mnt/input/program ${home}`,
		'cp /mnt/input/node /usr/local/bin/node',
		'cd /run/results',
		...runs.map(
			({ name, as, words }) =>
				`code=0; ${become[as]} bash --login -c 'cd; LANG=C.UTF-8 exec node ${home}/dist/entry.js ${words.join(' ')}' ` +
				`> '${name}' 2> '${name}.complaints' || code=$?; echo $code > '${name}.exit'`,
		),
		'tar --create --file=/dev/vdc .',
		'sync',
		'',
	].join('\n');
}

/** Logged in, by PAM, as one is on such a machine; pam_systemd(8). */
const logIn = (user) =>
	`systemd-run --quiet --wait --pipe --collect -p PAMName=login -p User=${user}`;

const become = {
	root: logIn('root'),
	user: logIn('learner'),
	'user without a session': 'setpriv --reuid=learner --regid=learner --init-groups --reset-env',
};
