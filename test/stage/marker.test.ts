import { expect, test } from '@jest/globals';
import { createMarker } from '../../src/stage/marker.ts';

const answer = '\u0001secret 127 4242.7 /a directory\n';

test.each([
	['in one piece', [`before${answer}`]],
	['split anywhere', `before${answer}`.split('')],
	['with what comes after', [`before${answer}of the next command`]],
])('the answer is found %s, and the output before it is whole', (_, chunks) => {
	const marker = createMarker('secret');
	const read = chunks.map((chunk) => marker.read(chunk));
	expect(read.map(({ output }) => output).join('')).toBe('before');
	expect(read.flatMap(({ reached }) => reached ?? [])).toEqual([
		{ exit: 127, shell: '4242.7', directory: '/a directory' },
	]);
});

test('output that only begins like an answer is not held back for ever', () => {
	const marker = createMarker('secret');
	const output = ['\u0001sec', 'ond line\n', 'third']
		.map((chunk) => marker.read(chunk).output)
		.join('');
	expect(output).toBe('\u0001second line\nthird');
});
