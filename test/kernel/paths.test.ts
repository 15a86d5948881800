import { expect, test } from '@jest/globals';
import { isWithin, pathBelow, underRoot } from '../../src/kernel/paths.ts';

test.each([
	['/tmp/x1', '/tmp/x1', true],
	['/tmp/x1/proc', '/tmp/x1', true],
	['/tmp/x10', '/tmp/x1', false],
	['/tmp', '/tmp/x1', false],
	['/tmp', '/', true],
	['/', '/', true],
])('%s lies in %s: %s', (path, directory, within) => {
	expect(isWithin(path, directory)).toBe(within);
});

test.each([
	['/tmp/x1', '/tmp/x1', ''],
	['/tmp/x1/my-container/proc', '/tmp/x1', 'my-container/proc'],
	['/tmp', '/', 'tmp'],
])('%s is called, from %s, %j', (path, directory, below) => {
	expect(pathBelow(path, directory)).toBe(below);
});

test.each([
	['/', '/proc', '/proc'],
	['/', '/', '/'],
	['/tmp/x1', '/', '/tmp/x1'],
	['/tmp/x1', '/proc', '/tmp/x1/proc'],
])('with a root at %s, %s is %s', (root, path, called) => {
	expect(underRoot(root, path)).toBe(called);
});
