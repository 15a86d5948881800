import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { execa } from 'execa';

test('the set-up does not empty a directory that node_modules only links to', async () => {
	const checkout = mkdtempSync('/tmp/cuth-checkout-');
	const others = mkdtempSync('/tmp/cuth-others-');
	try {
		for (const part of ['scripts', 'package.json', 'package-lock.json']) {
			cpSync(part, join(checkout, part), { recursive: true });
		}
		writeFileSync(join(others, 'precious'), '');
		symlinkSync(others, join(checkout, 'node_modules'));
		const started = await execa(process.execPath, ['scripts/start.js', '--version'], {
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
