import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { type Lane, lanes, possibleLane, root, start } from '../helpers/lanes.ts';
import { lessonNumbers } from '../helpers/lesson-numbers.ts';
import { openTerminal } from '../helpers/open-terminal.ts';
import { hasShellcheck, shellcheck } from '../helpers/shellcheck.ts';

/** Lesson 8 is exported as the container that all lessons make; container-script.test.ts runs it. */
const lessonScripts = lessonNumbers.filter((number) => number !== '8');

const asRoot = root.possible ? test : test.skip;

let directory = '';
beforeAll(() => {
	directory = mkdtempSync('/tmp/cuth-script-');
	chmodSync(directory, 0o755);
});
afterAll(() => {
	rmSync(directory, { recursive: true });
});

/** What `export` prints, in a file that everybody may read; perhaps with something changed. */
async function exported(lesson: string, change = (script: string) => script): Promise<string> {
	const { stdout, exitCode } = await start(possibleLane(), ['export', lesson]);
	expect(exitCode).toBe(0);
	const file = join(directory, `${lesson}.sh`);
	writeFileSync(file, change(`${String(stdout)}\n`));
	return file;
}

function command({ become }: Lane, ...words: readonly string[]): [string, string[]] {
	const [file = '', ...others] = [...become, ...words];
	return [file, others];
}

(hasShellcheck() ? test : test.skip).each(lessonScripts)(
	'shellcheck has nothing to say about the script of lesson %s, which is always the same',
	async (lesson) => {
		const file = await exported(lesson);
		const again = await start(possibleLane(), ['export', lesson]);
		expect(await shellcheck(file)).toBe('');
		expect(readFileSync(file, 'utf8')).toBe(`${String(again.stdout)}\n`);
	},
);

for (const lane of lanes) {
	const check = lane.possible ? test : test.skip;

	check.each(lessonScripts)(
		`as ${lane.name} the script of lesson %s sees all of it, and leaves nothing`,
		async (lesson) => {
			const before = takeInventory();
			const { stdout, stderr, exitCode } = await execa(
				...command(lane, 'bash', await exported(lesson)),
				{ reject: false, stdin: 'ignore', cwd: '/' },
			);
			expect(stderr).toBe('');
			expect(stdout).not.toContain('NOT SO');
			expect(stdout).toContain('\nEverything that was looked for was so.');
			// All of lesson 11 is about limits.
			const isAllSkipped = lesson === '11' && lane.uid !== 0;
			expect(/^host# /m.test(stdout)).toBe(!isAllSkipped);
			// Not the bare word: lesson 3 lists the machine's processes, whose command lines are not ours.
			expect(/^Steps that were skipped: \d+\.$/m.test(stdout)).toBe(
				['5', '6', '11'].includes(lesson) && lane.uid !== 0,
			);
			expect(exitCode).toBe(0);
			expect(await leftSince(before, 2000)).toEqual([]);
		},
	);

	check.each(['3', '4', '6'])(
		`as ${lane.name}, Ctrl-C in the middle of the script of lesson %s; nothing is left`,
		async (lesson) => {
			const file = await exported(lesson);
			const before = takeInventory();
			const terminal = openTerminal(...command(lane, 'bash', file), { rows: 500 });
			try {
				await terminal.waitFor(/== 1\./);
				terminal.press('\u0003');
				expect(await terminal.exit).toBe(130);
				expect(await leftSince(before, 2000)).toEqual([]);
			} finally {
				await terminal.close();
			}
		},
	);

	check(`as ${lane.name}, what was not so is named at the end; nothing is left`, async () => {
		const file = await exported('2', (script) =>
			script
				.replace('test -e my-container/bin/ls', 'test -e my-container/bin/fish')
				.replaceAll('{1..40}', '{1..4}'),
		);
		const before = takeInventory();
		const { stdout, exitCode } = await execa(...command(lane, 'bash', file), { reject: false });
		expect(stdout).toMatch(/^ {2}NOT SO {2}file my-container\/bin\/ls exists$/m);
		expect(stdout).toMatch(/\n\nNot so: 7\. ls moves in: file my-container\/bin\/ls exists\.$/);
		expect(stdout).toContain('\n== 9. The size of it ==\n');
		expect(exitCode).toBe(1);
		expect(await leftSince(before, 2000)).toEqual([]);
	});

	check(`as ${lane.name}, a command that fails ends the script; nothing is left`, async () => {
		const file = await exported('4', (script) => script.replace('move_in my-container-1', 'true'));
		const before = takeInventory();
		const { stdout, exitCode } = await execa(...command(lane, 'bash', file), { reject: false });
		expect(stdout).toMatch(
			/\n\nNot so: 1\. .*: exit 0 from unshare --pid chroot my-container-1 bash, which exits with 127\.$/,
		);
		expect(stdout).not.toContain('\n== 2.');
		expect(exitCode).toBe(1);
		expect(await leftSince(before, 2000)).toEqual([]);
	});
}

asRoot('without the cgroup tools the script makes the limits with mkdir and echo', async () => {
	const before = takeInventory();
	const { stdout, exitCode } = await execa(
		'unshare',
		[
			...['--mount', '--propagation', 'private', 'bash', '-c'],
			// Something that cannot be executed stands where the tools are, for this run alone.
			'for tool in cgcreate cgclassify cgset cgdelete; do mount --bind /dev/null $(type -P $tool); done; exec bash "$1"',
			...['bash', await exported('6')],
		],
		{ reject: false },
	);
	expect(stdout).not.toContain('NOT SO');
	expect(stdout).not.toMatch(/# cg/);
	expect(stdout).toMatch(/^host# (?:mkdir|rmdir) .*container-group/m);
	expect(stdout).toMatch(/^Skipped: the cgroup-tools are not installed\.$/m);
	expect(stdout).toMatch(/^Steps that were skipped: 2\.$/m);
	expect(exitCode).toBe(0);
	expect(await leftSince(before, 2000)).toEqual([]);
});

test('a reader that goes away ends the script, and nothing is left', async () => {
	const file = await exported('4');
	const before = takeInventory();
	await execa('bash', ['-c', 'bash "$1" 2>/dev/null | head -3', 'bash', file]);
	expect(await leftSince(before, 2000)).toEqual([]);
});

asRoot('without ldd the script says so before it makes anything', async () => {
	const before = takeInventory();
	const { stdout, stderr, exitCode } = await execa(
		'unshare',
		[
			...['--mount', '--propagation', 'private', 'bash', '-c'],
			'mount --bind /dev/null "$(type -P ldd)"; exec bash "$1"',
			...['bash', await exported('3')],
		],
		{ reject: false },
	);
	expect(stderr).toBe('This lesson cannot be done here: ldd is not installed.');
	expect(stdout).toBe('');
	expect(exitCode).toBe(1);
	expect(await leftSince(before, 0)).toEqual([]);
});
