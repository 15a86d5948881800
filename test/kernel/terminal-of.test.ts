import { expect, test } from '@jest/globals';
import { terminalFinder } from '../../src/kernel/terminal-of.ts';

const stat = (pid: number, parent: number, session: number) => ({
	...{ pid, parent, session },
	...{ name: 'bash', state: 'S', flags: 0, pending: 0, startTime: 0 },
});
const processes = [
	stat(10, 1, 10),
	stat(11, 10, 10),
	stat(12, 11, 10),
	stat(20, 1, 20),
	stat(21, 1, 20),
	stat(22, 1, 22),
];
const terminalOf = terminalFinder(
	new Map([
		['host', 10],
		['container-1', 20],
	]),
	processes,
);

test.each([
	['the shell itself', 10, 'host'],
	['a grandchild', 12, 'host'],
	['an orphan in the session of a shell', 21, 'container-1'],
	['an orphan in a session of its own', 22, undefined],
])('%s (%i) was started from %s', (_, pid, terminal) => {
	const process = processes.find((candidate) => candidate.pid === pid);

	expect(process && terminalOf(process)).toBe(terminal);
});
