import { once } from 'node:events';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import { endGroups, startGroup } from '../scripts/test/groups.ts';
import { makeDirectory, removeAbandonedDirectories } from './helpers/directory.ts';

test('the set-up does not empty a directory that node_modules only links to', async () => {
	const checkout = mkdtempSync('/tmp/cuth-checkout-');
	const others = mkdtempSync('/tmp/cuth-others-');
	try {
		for (const part of ['scripts', 'package.json', 'package-lock.json']) {
			cpSync(part, join(checkout, part), { recursive: true });
		}
		writeFileSync(join(others, 'precious'), '');
		symlinkSync(others, join(checkout, 'node_modules'));
		const started = await execa(process.execPath, ['scripts/run.js', 'start', '--version'], {
			cwd: checkout,
			reject: false,
		});
		expect(started).toMatchObject({ exitCode: 1, stdout: '' });
		expect(started.stderr).toMatch(/^node_modules is a link, .* try again\.$/);
		expect(readdirSync(others)).toEqual(['precious']);
	} finally {
		rmSync(checkout, { recursive: true });
		rmSync(others, { recursive: true });
	}
});

test('what was started ends with what it has started, also where it ignores the signal', async () => {
	const script = 'trap "" TERM; sleep 100 & echo started; wait';
	const { stdout } = startGroup('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
	if (stdout === null) {
		throw new Error('What was started has no pipe.');
	}
	await once(stdout, 'data');
	// It ends when nobody is left who could write there.
	await Promise.all([once(stdout, 'end'), endGroups('SIGTERM', 100)]);
});

test('directories of tests that were killed are removed, and no others', async () => {
	const { stdout } = await execa('sh', ['-c', 'echo $$']);
	const abandoned = mkdtempSync(join(tmpdir(), `containers-under-the-hood-tests-${stdout}-`));
	const used = makeDirectory(['results']);
	try {
		removeAbandonedDirectories();
		expect(existsSync(abandoned)).toBe(false);
		expect(readdirSync(used)).toEqual(['results.json']);
	} finally {
		rmSync(used, { recursive: true });
	}
});
