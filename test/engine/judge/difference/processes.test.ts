import { expect, test } from '@jest/globals';
import { rows, section } from '../../fixtures/sections.ts';
import { processOf } from '../../fixtures/snapshots.ts';

const shell = processOf(9, 'bash');
const jailed = processOf(10, 'tail -f a.txt', {
	terminal: 'container-1',
	root: 'my-container',
	pids: [10, 1],
});

test('tells where a process was started, its root and its number inside', () => {
	const after = { processes: [shell, jailed], otherProcesses: 83 };
	expect(rows('processes', { processes: [shell] }, after)).toEqual([
		'+ 10 tail -f a.txt (container-1 · / is my-container · inside it is process 1)',
	]);
	expect(section('processes', { processes: [shell] }, after).unchanged).toBe(
		'1 of ours, 83 of the host',
	);
});

test('tells what went and what became another program or got another root', () => {
	const before = { processes: [shell, jailed] };
	const after = { processes: [{ ...shell, command: 'sh', root: 'my-container' }] };
	expect(rows('processes', before, after)).toEqual([
		'- 10 tail -f a.txt (container-1)',
		"~ 9 sh (was bash · / is my-container (was the host's))",
	]);
});

test.each([
	[{ capabilities: '1ff' }, ''],
	[{ capabilities: '1de' }, 'without CAP_CHOWN and CAP_KILL'],
	[{ capabilities: '7' }, '3 of 9 capabilities'],
	[{ capabilities: '0', noNewPrivileges: true }, 'no capabilities · no_new_privs'],
	// They are others: over that namespace only.
	[{ capabilities: '0', ownNamespaces: { user: 402 } }, ''],
])('tells what a process may less than the shell it came from: %j', (own, detail) => {
	const host = { ...shell, capabilities: '1ff' };
	const started = processOf(10, 'tail -f a.txt', { parent: 9, terminal: 'host', ...own });
	expect(rows('processes', { processes: [host] }, { processes: [host, started] })).toEqual([
		`+ 10 tail -f a.txt (host${detail === '' ? '' : ` · ${detail}`})`,
	]);
});

test('an older recording does not tell what processes may, so nothing is said of it', () => {
	const started = processOf(10, 'tail -f a.txt', { parent: 9 });
	expect(rows('processes', { processes: [shell] }, { processes: [shell, started] })).toEqual([
		'+ 10 tail -f a.txt (host)',
	]);
});
