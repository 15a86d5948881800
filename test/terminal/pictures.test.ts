import { expect, test } from '@jest/globals';
import { execa } from 'execa';

test('the pictures of the README show what the program shows', async () => {
	const { stderr, exitCode } = await execa(
		process.execPath,
		['scripts/run.js', 'picture', '--check'],
		{
			reject: false,
		},
	);
	// Where this fails, `npm run picture` makes them anew: look at them, and commit them.
	expect(stderr).toBe('');
	expect(exitCode).toBe(0);
}, 300_000);
