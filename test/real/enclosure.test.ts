import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Enclosure, makeEnclosure } from '../../scripts/test/enclosure/make-enclosure.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';

const asRoot = process.getuid?.() === 0 ? test : test.skip;

let directory = '';
let enclosure: Enclosure | undefined;
let before = takeInventory();

beforeEach(() => {
	before = takeInventory();
	directory = mkdtempSync(join(tmpdir(), 'containers-under-the-hood-enclosure-'));
	mkdirSync(join(directory, 'kept'));
	writeFileSync(join(directory, 'kept/file'), 'kept');
});

afterEach(() => {
	rmSync(directory, { recursive: true, force: true });
});

asRoot('an enclosure has processes, groups, a network and a /tmp of its own', async () => {
	const { said, status } = await runEnclosed(
		'ls /proc | grep -c "^[0-9]"; ls /tmp; cut -d : -f 3- /proc/self/cgroup | sort -u;' +
			'grep -c : /proc/net/dev; cat "$0"/kept/file; exit 3',
	);
	const [processes, ...others] = said.split('\n');
	// Its first, the shell, `ls` and `grep`.
	expect(Number(processes)).toBeLessThan(6);
	expect(others).toEqual([basename(directory), 'outer-network', '/', '1', 'kept']);
	expect(status).toBe(3);
});

asRoot('it has a copy of the home', async () => {
	const home = mkdtempSync(join(homedir(), 'containers-under-the-hood-home-'));
	try {
		writeFileSync(join(home, 'file'), 'ours');
		expect(await runEnclosed('cat "$1"/file; echo theirs >"$1"/file', home)).toEqual({
			said: 'ours',
			status: 0,
		});
		expect(readFileSync(join(home, 'file'), 'utf8')).toBe('ours');
	} finally {
		rmSync(home, { recursive: true });
	}
});

asRoot('what it runs ends with it, and nothing is left', async () => {
	const child = startEnclosed(
		'setsid sleep 3004 & for group in /sys/fs/cgroup/*/; do mkdir "$group/inside"; done; echo started; wait',
	);
	await once(child.stdout, 'data');
	child.kill('SIGKILL');
	await once(child, 'close');
	enclosure?.remove();
	rmSync(directory, { recursive: true });
	expect(await leftSince(before, 5000)).toEqual([]);
});

function startEnclosed(script: string, home = '/no/home') {
	enclosure = makeEnclosure(
		join(directory, `containers-under-the-hood-tests-${process.pid}-nested`),
		{
			shares: 1024,
			kept: [join(directory, 'kept')],
			home,
		},
	);
	const [file, ...words] = [...enclosure.command, 'bash', '-c', script, directory, home] as const;
	return spawn(file, words, { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function runEnclosed(script: string, home?: string) {
	const child = startEnclosed(script, home);
	let said = '';
	child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const [status] = (await once(child, 'close')) as [number | null];
	enclosure?.remove();
	return { said: said.trimEnd(), status };
}
