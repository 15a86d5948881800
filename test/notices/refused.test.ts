import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { execa } from 'execa';

test('nothing is built with a package whose licence is not allowed', async () => {
	const directory = mkdtempSync('/tmp/cuth-refused-');
	const checkout = join(directory, 'checkout');
	try {
		for (const part of ['scripts', 'src', 'package.json', 'package-lock.json']) {
			// With their times, by which we see whether the libraries are those of the lock file.
			cpSync(part, join(checkout, part), { recursive: true, preserveTimestamps: true });
		}
		symlinkSync(resolve('node_modules'), join(checkout, 'node_modules'));
		// Found above the checkout, since what is in it is not ours to add to.
		const added = join(directory, 'node_modules/made-up');
		mkdirSync(added, { recursive: true });
		const manifest = { name: 'made-up', version: '1.0.0', license: 'GPL-3.0-only' };
		writeFileSync(join(added, 'package.json'), JSON.stringify(manifest));
		writeFileSync(join(added, 'index.js'), 'console.log("made up");');
		writeFileSync(join(added, 'LICENSE'), 'You may, if others may.');
		writeFileSync(join(checkout, 'src/stage/guard.ts'), "import 'made-up';");

		const built = await execa(process.execPath, ['scripts/run.js', 'build'], {
			cwd: checkout,
			reject: false,
		});
		expect(built).toMatchObject({ exitCode: 1, stdout: '' });
		expect(built.stderr).toMatch(/^made-up 1\.0\.0 would be bundled, and its licence, .*\.ts\.$/);
		expect(existsSync(join(checkout, 'dist'))).toBe(false);
	} finally {
		rmSync(directory, { recursive: true });
	}
});
