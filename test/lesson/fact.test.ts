import { expect, test } from '@jest/globals';
import { type Fact, fillFacts, findFacts, parseFact } from '../../src/lesson/fact.ts';

test.each<[string, Fact]>([
	['cores', { kind: 'cores' }],
	['memory', { kind: 'memory' }],
	['kernel', { kind: 'kernel' }],
	['other processes', { kind: 'other-processes' }],
	[' pid of tail -f a.txt ', { kind: 'pid', command: 'tail -f a.txt', terminal: undefined }],
	['pid of bash in container-1', { kind: 'pid', command: 'bash', terminal: 'container-1' }],
	['pid of sleep in peace', { kind: 'pid', command: 'sleep in peace', terminal: undefined }],
	['pid of cat in host in host', { kind: 'pid', command: 'cat in host', terminal: 'host' }],
	['inside pid of bash', { kind: 'inside-pid', command: 'bash', terminal: undefined }],
	[
		'inside pid of bash in container-2',
		{ kind: 'inside-pid', command: 'bash', terminal: 'container-2' },
	],
	['shell of container-1', { kind: 'shell', terminal: 'container-1' }],
	['size of my-container/bin', { kind: 'size', path: 'my-container/bin' }],
	['files in my-container', { kind: 'files', path: 'my-container' }],
	['loader of my-container/bin/bash', { kind: 'loader', path: 'my-container/bin/bash' }],
	['throttled of container-group', { kind: 'throttled', group: 'container-group' }],
	['memory used by container-group', { kind: 'memory-used', group: 'container-group' }],
	['killed in container-group', { kind: 'killed', group: 'container-group' }],
])('{{%s}}', (text, fact) => {
	expect(parseFact(text)).toEqual(fact);
});

test.each([
	['core', 'cores'],
	['pid tail -f a.txt', 'pid of COMMAND [in TERMINAL]'],
	['shell of container-3', 'shell of TERMINAL'],
	['size of /etc', 'size of PATH'],
	['loader of /bin/bash', 'loader of PATH'],
	['memory used of g', 'memory used by GROUP'],
])('{{%s}} is no fact, and {{%s}} is proposed first', (text, proposal) => {
	expect(() => parseFact(text)).toThrow(
		`There is no fact \`{{${text}}}\`. The facts, the nearest first:\n  {{${proposal}}}\n`,
	);
});

test('facts are found with their offsets', () => {
	expect(findFacts('a {{cores}} b {{pid of awk {x}}}')).toEqual([
		{ fact: 'cores', offset: 2 },
		{ fact: 'pid of awk {x}', offset: 14 },
	]);
});

test('facts are filled in, and the text around them stays', () => {
	expect(fillFacts('${{cores}}$& of {{ kernel }}', ({ kind }) => `<$&${kind}>`)).toBe(
		'$<$&cores>$& of <$&kernel>',
	);
});
