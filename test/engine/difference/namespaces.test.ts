import { expect, test } from '@jest/globals';
import { rows, section } from '../fixtures/sections.ts';
import { processOf } from '../fixtures/snapshots.ts';

const own = { ownNamespaces: { pid: 402, mnt: 401 } };
const alone = { processes: [processOf(10, 'bash', own)] };
const together = {
	processes: [...alone.processes, processOf(11, 'tail -f a.txt', own), processOf(12, 'ps', own)],
};

test('tells which kind, and whose it is', () => {
	expect(rows('namespaces', {}, alone)).toEqual([
		'+ mnt 401 (process 10 bash has its own)',
		'+ pid 402 (process 10 bash has its own)',
	]);
	expect(rows('namespaces', {}, together)).toContain(
		'+ pid 402 (processes 10 bash and 2 more share it)',
	);
});

test('a namespace ends with its last process, not before', () => {
	expect(rows('namespaces', together, alone)).toEqual([]);
	expect(section('namespaces', together, alone).unchanged).toBe('mnt 401, pid 402');
	expect(section('namespaces', alone, {}).unchanged).toBe('');
	expect(rows('namespaces', alone, {})).toEqual([
		'- mnt 401 (its last process has ended)',
		'- pid 402 (its last process has ended)',
	]);
});

test('a namespace that only has the number of another one is another one', () => {
	const other = { processes: [processOf(20, 'bash', { ownNamespaces: { pid: 402 } })] };
	const before = { processes: [processOf(10, 'bash', { ownNamespaces: { pid: 402 } })] };
	expect(rows('namespaces', before, other)).toEqual([
		'- pid 402 (its last process has ended)',
		'+ pid 402 (process 20 bash has its own; the number is used again)',
	]);
	expect(section('namespaces', before, other).unchanged).toBe('');
});
