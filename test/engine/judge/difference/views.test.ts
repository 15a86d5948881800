import { expect, test } from '@jest/globals';
import type { TerminalView } from '../../../../src/engine/words/snapshot.ts';
import { rows, section } from '../../fixtures/sections.ts';

const bash = { shownAs: 10, pid: 10, command: 'bash' };
const tail = { shownAs: 11, pid: 11, command: 'tail -f a.txt' };
const host: TerminalView = {
	terminal: 'container-1',
	shell: 10,
	proc: 'host',
	processes: [bash],
	others: 83,
};
const none: TerminalView = { ...host, proc: 'none', processes: [], others: 0 };
const own: TerminalView = { ...host, proc: 'own', processes: [{ ...bash, shownAs: 1 }], others: 0 };

test.each<[string, TerminalView, TerminalView, string[], string]>([
	[
		'another process',
		host,
		{ ...host, processes: [bash, tail] },
		['+ 11 tail -f a.txt'],
		'1 of ours, 83 of the host',
	],
	['a /proc appears', none, host, ['+ 83 processes of the host', '+ 10 bash'], ''],
	[
		'a /proc goes',
		host,
		none,
		['- 83 processes of the host (sees nothing any more: it has no /proc)', '- 10 bash'],
		'nothing, because no /proc is mounted here',
	],
	[
		'a /proc becomes its own',
		host,
		own,
		[
			'- 83 processes of the host (not seen any more: its /proc is its own)',
			'~ 1 bash (on the host it is 10)',
		],
		'',
	],
	['nothing', own, own, [], '1 of ours'],
])('%s', (_, before, after, expected, unchanged) => {
	expect(rows('container-1 sees', { views: [before] }, { views: [after] })).toEqual(expected);
	expect(section('container-1 sees', { views: [before] }, { views: [after] }).unchanged).toBe(
		unchanged,
	);
});

test('a terminal that has just opened sees everything anew', () => {
	expect(rows('container-1 sees', {}, { views: [host] })).toEqual([
		'+ 83 processes of the host',
		'+ 10 bash',
	]);
});
