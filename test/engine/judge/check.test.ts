import { expect, test } from '@jest/globals';
import { check } from '../../../src/engine/judge/check.ts';
import { checkStep, expectedExit } from '../../../src/engine/judge/check-step.ts';
import type { CommandResult } from '../../../src/engine/words/command-result.ts';
import { expectationsOf } from '../fixtures/lessons.ts';
import { emptySnapshot, filesOf, groupOf, processOf, snapshotOf } from '../fixtures/snapshots.ts';

const before = snapshotOf({
	processes: [processOf(9, 'tail -f b.txt'), processOf(10, 'tail -f a.txt')],
	groups: [
		groupOf('calm', { cpu: { quota: undefined, period: 100_000, throttled: 5 } }),
		groupOf('busy', {
			cpu: { quota: 100_000, period: 100_000, throttled: 5 },
			memory: { limit: 1_048_576_000, usage: 1, killed: 1 },
			pids: { limit: 20, refused: 2 },
		}),
	],
});

const connected = (sending?: number) => ({
	devices: ['lo', 'eth0'],
	addresses: ['10.0.0.2'],
	gateways: [],
	neighbours: [],
	...(sending === undefined ? {} : { sending }),
});

const after = snapshotOf({
	processes: [
		processOf(10, 'tail -f a.txt', { capabilities: 'a80425fb', noNewPrivileges: true }),
		processOf(11, 'bash', { pids: [11, 1], ownNamespaces: { pid: 402 } }),
		processOf(12, 'sleep 1', { capabilities: '40000' }),
		processOf(13, 'sleep 1', { capabilities: '0', noNewPrivileges: true }),
		processOf(18, 'sleep 8', {
			ownNamespaces: { net: 403, mnt: 404 },
			network: connected(1_000_000),
		}),
		processOf(20, 'perl silent.pl', { ownNamespaces: { net: 405 }, network: connected(0) }),
		processOf(21, 'perl new.pl', { ownNamespaces: { net: 406 }, network: connected() }),
		processOf(19, 'sleep 9', { ownNamespaces: { net: 403 } }),
	],
	views: [
		{
			terminal: 'container-1',
			shell: 11,
			proc: 'own',
			processes: [{ shownAs: 1, pid: 11, command: 'bash' }],
			others: 0,
		},
		{
			terminal: 'container-2',
			shell: 10,
			proc: 'host',
			processes: [{ shownAs: 10, pid: 10, command: 'tail -f a.txt' }],
			others: 83,
		},
		{ terminal: 'host', shell: 9, proc: 'none', processes: [], others: 0 },
	],
	files: filesOf({ 'my-container/': 0, 'my-container/bash': 1_265_648, 'sh -> ': 4 }),
	mounts: [{ path: 'my-container/proc', type: 'proc', namespace: 7, onStage: true }],
	groups: [
		groupOf('calm', { cpu: { quota: undefined, period: 100_000, throttled: 5 } }),
		groupOf('busy', {
			members: [11],
			cpu: { quota: 400_000, period: 100_000, throttled: 18 },
			memory: { limit: 1_048_576_000, usage: 1, killed: 2 },
			pids: { limit: 20, refused: 5 },
		}),
		groupOf('new', { cpu: { quota: 50_000, period: 100_000, throttled: 3 } }),
	],
});

const commands = [
	ran('mkdir a', 0),
	ran('chroot a bash', 127, 'chroot: failed to run command\nNo such file: bash (4)\nbye\n'),
	ran('kill -9 11', 1, '', 'kill -9 {{pid of bash}}'),
];

test.each([
	['exit 1', 'exit 1', true],
	['exit 0', 'exit 1', false],
	['exit 127 from chroot', 'exit 127', true],
	['exit 0 from chroot', 'exit 127', false],
	['exit 1 from kill -9 {{pid of bash}}', 'exit 1', true],
	['exit 0 from umount', 'no such command', false],

	['output contains No such file', '"No such file: bash (4)"', true],
	['output contains no such file', '"bye" after 2 other lines', false],
	['output lacks bye', '"bye"', false],
	['output lacks hello', '"bye" after 2 other lines', true],
	['output matches /^No .* \\({{cores}}\\)$/', '"No such file: bash (4)"', true],
	['output contains ({{cores}})', '"No such file: bash (4)"', true],
	['output contains {{pid of ps}}', 'No process "ps" runs on the stage', false],

	['process tail -f a.txt runs', 'it runs as 10', true],
	['process tail -f c.txt runs', 'no process "tail -f c.txt"', false],
	['process bash -l runs', 'no process "bash -l", but process 11 is "bash"', false],
	['process /bin/bash is 1 inside', 'no process "/bin/bash", but process 11 is "bash"', false],
	['process tail -f b.txt is gone', 'no process "tail -f b.txt"; before it was 9', true],
	['process tail -f a.txt is gone', 'it runs as 10', false],
	[
		'process tail -f c.txt is gone',
		'no process "tail -f c.txt", and there was none before either',
		false,
	],

	['container-1 sees bash', 'it sees "bash" as 1', true],
	['container-1 does not see bash', 'it sees "bash" as 1', false],
	['container-1 sees tail -f a.txt', 'not among what it sees, though it runs as 10', false],
	['container-1 does not see tail -f a.txt', 'not among what it sees, though it runs as 10', true],
	['container-1 does not see tail -f b.txt', 'no process "tail -f b.txt"', false],
	['container-1 sees the host', 'no process of the host', false],
	['container-2 sees the host', '83 processes of the host', true],
	['container-2 does not see the host', '83 processes of the host', false],
	['host does not see bash', 'nothing, because no /proc is mounted in host', true],
	['host sees the host', 'nothing, because no /proc is mounted in host', false],

	[
		'process bash has a pid namespace of its own',
		"process 11 is in pid namespace 402, not in the host's",
		true,
	],
	[
		'process tail -f a.txt has a pid namespace of its own',
		"process 10 is in the host's pid namespace",
		false,
	],
	[
		'process tail -f a.txt shares the pid namespace of the host',
		"process 10 is in the host's pid namespace",
		true,
	],
	['process ps shares the pid namespace of the host', 'no process "ps"', false],
	[
		'process sleep 8 has a mount namespace of its own',
		"process 18 is in mount namespace 404, not in the host's",
		true,
	],
	[
		'process sleep 8 has an ipc namespace of its own',
		"process 18 is in the host's ipc namespace",
		false,
	],
	[
		'process sleep 8 shares the net namespace of process sleep 9',
		'process 18 is in net namespace 403, process 19 in the same',
		true,
	],
	[
		'process sleep 8 shares the net namespace of process bash',
		"process 18 is in net namespace 403, process 11 in the host's net namespace",
		false,
	],
	[
		'process sleep 8 shares the uts namespace of process bash',
		"process 18 is in the host's uts namespace, process 11 in the same",
		true,
	],
	[
		'process sleep 8 is in another net namespace than process sleep 9',
		'process 18 is in net namespace 403, process 19 in the same',
		false,
	],
	[
		'process sleep 8 is in another net namespace than process bash',
		"process 18 is in net namespace 403, process 11 in the host's net namespace",
		true,
	],
	['process sleep 8 shares the net namespace of process ps', 'no process "ps"', false],
	['process bash is 1 inside', 'process 11 is 1 inside', true],
	['process tail -f a.txt is 1 inside', 'process 10 is 10 inside', false],

	[
		'process tail -f a.txt has the capability CAP_SYS_CHROOT',
		'the effective capabilities of process 10 are a80425fb, with bit 18',
		true,
	],
	[
		'process tail -f a.txt lacks the capability CAP_SYS_CHROOT',
		'the effective capabilities of process 10 are a80425fb, with bit 18',
		false,
	],
	[
		'process tail -f a.txt has the capability CAP_SYS_ADMIN',
		'the effective capabilities of process 10 are a80425fb, without bit 21',
		false,
	],
	[
		'process sleep 1 lacks the capability CAP_SYS_CHROOT',
		'of 2 such processes, the effective capabilities of process 12 are 40000, with bit 18',
		false,
	],
	['process ps lacks the capability CAP_KILL', 'no process "ps"', false],
	['process tail -f a.txt may gain no privileges', 'NoNewPrivs of process 10 is 1', true],
	[
		'process sleep 1 may gain no privileges',
		'of 2 such processes, NoNewPrivs of process 12 is 0',
		false,
	],
	[
		'process sleep 8 has the device eth0',
		'the network namespace of process 18 has the devices lo, eth0',
		true,
	],
	[
		'process sleep 8 has the address 10.0.0.1',
		'the network namespace of process 18 has the address 10.0.0.2',
		false,
	],
	[
		'process sleep 8 has heard from 10.0.0.1',
		'the network namespace of process 18 has no neighbour that answered',
		false,
	],
	[
		'process tail -f a.txt has the gateway 10.0.0.1',
		'process 10 is in the network namespace of the host',
		false,
	],

	[
		'process sleep 8 sends at most 1M a second',
		'976.6 KiB a second leave the network namespace of process 18',
		true,
	],
	[
		'process sleep 8 sends at most 800K a second',
		'976.6 KiB a second leave the network namespace of process 18',
		false,
	],
	[
		'process perl silent.pl sends at most 1M a second',
		'nothing leaves the network namespace of process 20',
		false,
	],
	[
		'process perl new.pl sends at most 1M a second',
		'what leaves the network namespace of process 21 has not been measured yet',
		false,
	],
	[
		'process tail -f a.txt sends at most 1M a second',
		'process 10 is in the network namespace of the host',
		false,
	],

	['file my-container/bash exists', 'a file of 1.3 MB', true],
	['file ./my-container/ exists', 'a directory', true],
	['file sh is missing', 'sh is still there, a link', false],
	['file my-container/ls exists', 'no my-container/ls', false],
	['directory my-container exists', 'a directory', true],
	['directory my-container/bash exists', 'a file of 1.3 MB', false],
	['directory sh exists', 'a link', false],
	['directory my-container/bin exists', 'no my-container/bin', false],
	['mount my-container/proc exists', 'proc is mounted at my-container/proc', true],
	['mount my-container/sys is missing', 'nothing is mounted at my-container/sys', true],

	['group busy exists', 'the group, with cpu, memory', true],
	['group gone is missing', 'no group gone', true],
	['group busy holds bash', 'it holds 11 bash', true],
	['group calm holds bash', 'with each of cpu, memory, it holds nobody', false],
	['group gone holds bash', 'There is no group gone', false],
	['group busy gets {{cores}} cores', '400000 µs of every 100000 µs: 4 cores', true],
	['group busy gets every core', '400000 µs of every 100000 µs: 4 cores', false],
	['group new gets 0.5 cores', '50000 µs of every 100000 µs: 0.5 cores', true],
	['group calm gets every core', 'no quota', true],
	['group calm gets 1 core', 'no quota', false],
	['group busy was throttled', 'throttled 13 times', true],
	['group calm was throttled', 'throttled 0 times', false],
	['group calm was not throttled', 'throttled 0 times', true],
	['group new was throttled', 'throttled 3 times', true],
	['group busy gets 20 processes', '20 processes', true],
	['group busy gets any number of processes', '20 processes', false],
	['group busy refused a process', 'refused 3 processes', true],
	['group busy refused nothing', 'refused 3 processes', false],
	['group calm gets 20 processes', 'The group calm has no pids controller', false],
	['group busy gets 1000M of memory', '1000 MiB', true],
	['group busy gets 1G of memory', '1000 MiB', false],
	['group busy gets 1048580000 of memory', '1000 MiB', true],
	['group calm gets all memory', 'no limit', true],
	['group busy killed a process', 'killed 1 process', true],
	['group calm killed a process', 'killed nothing', false],
	['group calm killed nothing', 'killed nothing', true],
])('"%s" sees: %s', (line, seen, held) => {
	const [expectation] = expectationsOf(line);
	expect(expectation && check(expectation, { before, after, commands })).toEqual({ seen, held });
});

test.each([
	['process sleep 9 is 1 inside', 'of 2 such processes, process 20 is 20 inside'],
	[
		'process sleep 9 has the root jail',
		'of 2 such processes, the root of process 20 is the / of the host',
	],
	[
		'process sleep 9 has a pid namespace of its own',
		"of 2 such processes, process 20 is in the host's pid namespace",
	],
])('"%s" says which one of several is wrong', (line, seen) => {
	const right = { root: 'jail', pids: [21, 1], ownNamespaces: { pid: 402 } };
	const processes = [processOf(20, 'sleep 9'), processOf(21, 'sleep 9', right)];
	const [expectation] = expectationsOf(line);
	const evidence = { before, after: snapshotOf({ processes }), commands };
	expect(expectation && check(expectation, evidence)).toEqual({ seen, held: false });
});

test.each([
	['process bash catches SIGTERM', 'process 11 catches SIGTERM, SIGCHLD', true],
	['process bash does not catch SIGTERM', 'process 11 catches SIGTERM, SIGCHLD', false],
	['process sleep 9 catches SIGTERM', 'process 12 catches no signal at all', false],
	['process sleep 9 does not catch SIGTERM', 'process 12 catches no signal at all', true],
	['process 1 of sleep 9 catches SIGTERM', 'process 11, "bash", catches SIGTERM, SIGCHLD', true],
	['process 1 of sleep 9 catches SIGINT', 'process 11, "bash", catches SIGTERM, SIGCHLD', false],
	[
		'process 1 of tail catches SIGTERM',
		"process 13 is in the host's pid namespace, and process 1 is not ours",
		false,
	],
	['process 1 of ls catches SIGTERM', 'no process "ls"', false],
])('"%s": %s', (line, seen, held) => {
	const ownNamespaces = { pid: 402 };
	const processes = [
		processOf(11, 'bash', { pids: [11, 1], ownNamespaces, caught: ['SIGTERM', 'SIGCHLD'] }),
		processOf(12, 'sleep 9', { pids: [12, 2], ownNamespaces, caught: [] }),
		processOf(13, 'tail'),
	];
	const [expectation] = expectationsOf(line);
	const evidence = { before, after: snapshotOf({ processes }), commands };
	expect(expectation && check(expectation, evidence)).toEqual({ seen, held });
});

test('a command that was not typed has not exited', () => {
	const [expectation] = expectationsOf('exit 0');
	const untyped = { ...ran('ls', 0), exit: undefined };
	const evidence = { before, after, commands: [untyped] };
	expect(expectation && check(expectation, evidence)).toEqual({
		seen: '`ls` was not typed',
		held: false,
	});
});

test('a command that no line names must exit with 0, and is mentioned when it does not', () => {
	const evidence = { before: emptySnapshot, after: emptySnapshot, commands };
	expect(checkStep(expectationsOf('exit 127 from chroot'), evidence)).toEqual([
		{ expectation: 'exit 0 from kill -9 11', seen: 'exit 1', held: false },
		{ expectation: 'exit 127 from chroot', seen: 'exit 127', held: true },
	]);
	expect(checkStep(expectationsOf('exit 127 from chroot', 'exit 1'), evidence)).toHaveLength(2);
});

test('knows what each command must exit with', () => {
	const expectations = expectationsOf('exit 127 from chroot', 'exit 1');
	const codes = commands.map((_, index) => expectedExit(expectations, commands, index));
	expect(codes).toEqual([0, 127, 1]);
});

test('shows an expectation with its values', () => {
	const evidence = { before, after, commands };
	const [shown] = checkStep(expectationsOf('group busy gets {{cores}} cores'), {
		...evidence,
		commands: [],
	});
	expect(shown?.expectation).toBe('group busy gets 4 cores');
});

function ran(text: string, exit: number, output = '', source = text): CommandResult {
	return { source, text, exit, output, stopped: undefined };
}

test('a pattern is shown in its own words', () => {
	const [check] = checkStep(expectationsOf('output matches /^by.$/: a word of farewell'), {
		...{ before, after },
		commands: [ran('echo bye', 0, 'bye')],
	});
	expect(check).toEqual({ expectation: 'output: a word of farewell', seen: '"bye"', held: true });
});
