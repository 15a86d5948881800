import { expect, test } from '@jest/globals';
import { nearest } from '../../src/command-line/nearest.ts';

const words = ['run', 'list', 'replay', 'cleanup', 'processes'];

test.each([
	['runn', 'run'],
	['lsit', 'list'],
	['', undefined],
	['clean', 'cleanup'],
	['cleanups', 'cleanup'],
	['rplay', 'replay'],
	['process', 'processes'],
	['dance', undefined],
	['x', undefined],
])('for "%s" it is %s', (word, expected) => {
	expect(nearest(word, words)).toBe(expected);
});

test('of two, the nearer wins', () => {
	expect(nearest('chect', ['chest', 'check', 'cheat', 'chects'])).toBe('chest');
	expect(nearest('check', ['chest', 'check'])).toBe('check');
});
