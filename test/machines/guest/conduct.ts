// Runs in the booted machine: performs the runs that were handed over, one after the other, and hands
// back what became of them on the third disk.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { perform } from './perform.ts';
import { keepLoggedIn } from './person.ts';
import type { Ended, Run } from './run.ts';

const input = '/mnt/input';
const results = '/run/results';
const program = ['node', '/opt/containers-under-the-hood/dist/entry.js'];
const booted = Number(readFileSync('/run/booted', 'utf8'));
const runs = JSON.parse(readFileSync(`${input}/runs.json`, 'utf8')) as readonly Run[];

mkdirSync(results);
let isLoggedIn = false;
for (const run of runs) {
	if (run.as === 'user in a session' && !isLoggedIn) {
		await keepLoggedIn(run.as);
		isLoggedIn = true;
	}

	const restore = change(run.settings ?? {});
	const performed = await perform(run, program, `${results}/${run.name}.ndjson`);
	const ended: Ended = { ...performed, booted };
	restore();
	writeFileSync(`${results}/${run.name}.json`, JSON.stringify(ended));
	handBack();
	console.log(`${run.name}: ${ended.seconds.toFixed(0)} s`, ended.complaints);
}

// The session that is kept would hold this up.
process.exit();

/** After each run, so that those that ended are not lost with one that does not. */
function handBack(): void {
	execFileSync('tar', ['--create', '--file=/dev/vdc', `--directory=${results}`, '.']);
	execFileSync('sync');
}

/** @returns what takes it back */
function change(settings: Readonly<Record<string, string>>): () => void {
	const before = Object.keys(settings).map((name) => [name, readSetting(name)] as const);
	for (const [name, value] of Object.entries(settings)) {
		writeSetting(name, value);
	}

	return () => {
		for (const [name, value] of before) {
			writeSetting(name, value);
		}
	};
}

function readSetting(name: string): string {
	return readFileSync(fileOf(name), 'utf8').trim();
}

function writeSetting(name: string, value: string): void {
	writeFileSync(fileOf(name), value);
}

function fileOf(name: string): string {
	return `/proc/sys/${name.replaceAll('.', '/')}`;
}
