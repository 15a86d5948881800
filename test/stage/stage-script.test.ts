import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { none } from '../../src/stage/cgroup/none.ts';
import type { CgroupSetup } from '../../src/stage/cgroup/cgroup-setup.ts';
import { stageCommand } from '../../src/stage/stage-script.ts';

let directory = '';

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'cuth-inside-'));
	mkdirSync(join(directory, 'sandbox'));
});

afterEach(() => {
	rmSync(directory, { recursive: true });
});

test('a stage that was made says so, and goes when nobody asks any more', async () => {
	const { stdout, exitCode } = await run({ ...none, join: ['true'] });
	expect(stdout).toMatch(/^ready \d+$/);
	expect(exitCode).toBe(0);
});

test.each([
	['cannot join its cgroup', { join: ['echo $$ > /proc/version'] }],
	['cannot be furnished', { inside: ['mount -t nothing nothing /nowhere'] }],
])('a stage that %s is not made at all', async (_, failing) => {
	const after = ['touch "$1/made"'];
	const { stdout, stderr, exitCode } = await run({
		...none,
		...failing,
		inside: [...('inside' in failing ? failing.inside : []), ...after],
	});
	expect(stdout).toBe('');
	expect(stderr).not.toBe('');
	expect(exitCode).not.toBe(0);
	expect(existsSync(join(directory, 'made'))).toBe(false);
});

/** With the end of its requests at once. */
function run(setup: CgroupSetup) {
	const [file = '', ...words] = stageCommand(
		{
			format: 1,
			base: directory,
			id: 'abc',
			directory,
			sandbox: join(directory, 'sandbox'),
			privilege: 'none',
			cgroup: { version: 'none' },
			driver: undefined,
			guard: undefined,
		},
		setup,
	);
	return execa(file, words, { input: '', reject: false });
}
