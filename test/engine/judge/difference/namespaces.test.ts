import { expect, test } from '@jest/globals';
import { rows, section } from '../../fixtures/sections.ts';
import { processOf } from '../../fixtures/snapshots.ts';

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

test('tells what came into a network, and what went', () => {
	const empty = { devices: ['lo'], addresses: [], gateways: [], neighbours: [] };
	const connected = {
		devices: ['lo', 'eth0'],
		addresses: ['10.0.0.2'],
		gateways: ['10.0.0.1'],
		neighbours: ['10.0.0.1', '10.0.0.3'],
	};
	const withNetwork = (network: typeof connected) => ({
		processes: [processOf(10, 'bash', { ownNamespaces: { net: 403, uts: 404 }, network })],
	});
	expect(rows('namespaces', withNetwork(empty), withNetwork(connected))).toEqual([
		'~ net 403 (device eth0 · address 10.0.0.2 · gateway 10.0.0.1 · heard from 10.0.0.1, 10.0.0.3)',
	]);
	expect(
		rows('namespaces', withNetwork(connected), withNetwork({ ...connected, addresses: [] })),
	).toEqual(['~ net 403 (gone: address 10.0.0.2)']);
	expect(section('namespaces', withNetwork(empty), withNetwork(connected)).unchanged).toBe(
		'uts 404',
	);
});
