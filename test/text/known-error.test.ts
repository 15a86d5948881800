import { expect, test } from '@jest/globals';
import { KnownError } from '../../src/text/known-error.ts';

test('the message ends with what to do next', () => {
	const error = new KnownError('The disk is full.', { fix: 'Make room.' });
	expect(error).toMatchObject({ message: 'The disk is full. Make room.', fix: 'Make room.' });
});

test('without details it is a sentence and ends the program with 1', () => {
	expect(new KnownError('The disk is full.')).toMatchObject({
		message: 'The disk is full.',
		fix: undefined,
		exitCode: 1,
		problems: [],
		code: undefined,
	});
});
