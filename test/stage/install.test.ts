import { expect, test } from '@jest/globals';
import { install } from '../../src/stage/install.ts';

test('the installer runs each line, tells what it says, and why it failed', async () => {
	const told: string[] = [];
	const installing = async () => {
		for await (const line of install(['echo first', 'ls /nowhere', 'echo never'])) {
			told.push(line);
		}
	};
	await expect(installing()).rejects.toThrow(/^`ls \/nowhere` ended with 2\./);
	expect(told[0]).toBe('first');
	expect(told).not.toContain('never');
});
