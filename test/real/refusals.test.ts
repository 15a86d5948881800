import {
	chmodSync,
	chownSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { baseOf, commandWith, ordinary, root, start } from '../helpers/lanes.ts';
import { openTerminal } from '../helpers/open-terminal.ts';

// Making a machine in which something is wrong takes root.
const asRoot = root.possible ? test : test.skip;

asRoot('a sandbox directory that is not ours is refused, and left as it is', async () => {
	mkdirSync(baseOf(ordinary), { mode: 0o777 });
	try {
		const { stderr, stdout, exitCode } = await start(ordinary, ['run', '1', '--plain']);
		expect(stderr).toMatch(/^\/tmp\/containers-under-the-hood-\d+ is not ours: .*TMPDIR/);
		expect(stdout).toBe('');
		expect(exitCode).toBe(1);
		expect(statSync(baseOf(ordinary)).uid).toBe(0);
		expect(readdirSync(baseOf(ordinary))).toEqual([]);
	} finally {
		rmSync(baseOf(ordinary), { recursive: true });
	}
});

asRoot.each([
	['read-only', 'ro', /^There is no place for the sandbox: .*EROFS/],
	['full', 'size=4k,nr_inodes=1', /^There is no place for the sandbox: .*ENOSPC/],
	['noexec', 'noexec', /^There is no place for the sandbox: .*noexec/],
	[
		'replaceable',
		'mode=777',
		/^There is no place for the sandbox: .*others may write to \/tmp, and it is not sticky/,
	],
])('a %s temporary directory is told in a sentence', async (_, options, sentence) => {
	const before = takeInventory();
	const [file, words] = root.command('run', '1', '--plain');
	const { stderr, exitCode } = await execa(
		'unshare',
		[
			...['--mount', '--propagation', 'private', 'bash', '-c'],
			`for d in /tmp /var/tmp; do mount -t tmpfs -o ${options} test $d; done; exec "$@"`,
			...['bash', file, ...words],
		],
		{ reject: false },
	);
	expect(stderr).toMatch(sentence);
	expect(exitCode).toBe(1);
	expect(await leftSince(before, 2000)).toEqual([]);
});

asRoot.each([
	{ who: 'root', become: [], owner: () => ordinary.uid, mode: 0o755 },
	{
		// There, whoever has no number looks like root outside.
		who: 'root of a user namespace',
		become: [...ordinary.become, 'unshare', '--map-root-user'],
		owner: () => 1,
		mode: 0o1777,
	},
])('$who makes no sandbox where another user could replace it', async (row) => {
	const theirs = mkdtempSync('/tmp/cuth-theirs-');
	const lessons = mkdtempSync('/tmp/cuth-lessons-');
	try {
		chmodSync(theirs, row.mode);
		chownSync(theirs, row.owner(), 0);
		chmodSync(lessons, 0o755);
		mkdirSync(join(lessons, '01-where'));
		writeFileSync(join(lessons, '01-where', 'lesson.md'), where);
		const [program, words] = root.command('run', '1', '--no-color', '--lessons', lessons);
		const [file = '', ...rest] = [...row.become, 'env', `TMPDIR=${theirs}`, program, ...words];
		const { stdout, exitCode } = await execa(file, rest, { reject: false, cwd: '/' });
		expect(stdout).toMatch(/ \/tmp\/containers-under-the-hood-0\/\w+\/sandbox$/m);
		expect(exitCode).toBe(0);
	} finally {
		rmSync(theirs, { recursive: true });
		rmSync(lessons, { recursive: true });
	}
});

const where = `---
format: 1
id: where
title: Where
minutes: 1
---

## Here

\`\`\`sh host
pwd -P
\`\`\`

\`\`\`expect
exit 0
\`\`\`
`;

asRoot('whoever stands in a directory that they cannot enter is refused nothing', async () => {
	const directory = mkdtempSync('/tmp/cuth-closed-');
	try {
		const run = await start(ordinary, ['run', '1', '--plain'], { cwd: directory });
		expect(run).toMatchObject({ stderr: '', exitCode: 0 });
		expect(run.stdout).toMatch(/ 0 failed/);
	} finally {
		rmSync(directory, { recursive: true });
	}
});

asRoot('a home directory that sudo has left to root is told with the cure', async () => {
	const home = mkdtempSync('/tmp/cuth-home-');
	chownSync(home, ordinary.uid, ordinary.uid);
	const local = join(home, '.local');
	mkdirSync(local, { mode: 0o755 });
	const terminal = openTerminal(...commandWith(ordinary, [`HOME=${home}`]));
	try {
		expect(await terminal.exit).toBe(1);
		expect(terminal.text().replace(/\s+/g, ' ')).toMatch(/sudo chown (-R )?"\$USER"/);
		expect(readdirSync(local)).toEqual([]);
	} finally {
		await terminal.close();
		rmSync(home, { recursive: true });
	}
});
