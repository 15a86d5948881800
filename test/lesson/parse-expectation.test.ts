import { expect, test } from '@jest/globals';
import type { ExpectationKind } from '../../src/lesson/expectation.ts';
import { forms } from '../../src/lesson/expectation-forms.ts';
import { parseExpectation } from '../../src/lesson/parse-expectation.ts';

const tail = 'tail -f a.txt';
const group = 'container-group';

const network = (
	what: 'device' | 'address' | 'gateway' | 'neighbour',
	value: string,
): ExpectationKind => ({ kind: 'network', command: tail, what, value });

test.each<[string, ExpectationKind]>([
	['exit 127', { kind: 'exit', code: 127, command: undefined }],
	[
		'exit 127 from chroot my-container',
		{ kind: 'exit', code: 127, command: 'chroot my-container' },
	],
	['output contains No such file', { kind: 'output', test: 'contains', value: 'No such file' }],
	['output lacks {{pid of tail}}', { kind: 'output', test: 'lacks', value: '{{pid of tail}}' }],
	[
		String.raw`output matches /^\d+ a\/b {{cores}}$/`,
		{ kind: 'output', test: 'matches', value: String.raw`^\d+ a\/b {{cores}}$` },
	],
	[
		'output matches /^1$/: a line that says 1',
		{ kind: 'output', test: 'matches', value: '^1$', words: 'a line that says 1' },
	],
	['directory my-container/bin exists', { kind: 'directory', path: 'my-container/bin' }],
	['process tail -f a.txt runs', { kind: 'process', command: tail, state: 'runs' }],
	['process tail -f a.txt is gone', { kind: 'process', command: tail, state: 'gone' }],
	[
		'process tail -f a.txt has a pid namespace of its own',
		{ kind: 'namespace', command: tail, name: 'pid', own: true },
	],
	[
		'process tail -f a.txt has an ipc namespace of its own',
		{ kind: 'namespace', command: tail, name: 'ipc', own: true },
	],
	[
		'process tail -f a.txt shares the mount namespace of the host',
		{ kind: 'namespace', command: tail, name: 'mount', own: false },
	],
	[
		'process tail -f a.txt shares the net namespace of process sleep 1',
		{ kind: 'same-namespace', command: tail, name: 'net', other: 'sleep 1', same: true },
	],
	[
		'process tail -f a.txt is in another net namespace than process sleep 1',
		{ kind: 'same-namespace', command: tail, name: 'net', other: 'sleep 1', same: false },
	],
	[
		'process tail -f a.txt has the capability CAP_KILL',
		{ kind: 'capability', command: tail, capability: 'CAP_KILL', has: true },
	],
	[
		'process tail -f a.txt lacks the capability CAP_KILL',
		{ kind: 'capability', command: tail, capability: 'CAP_KILL', has: false },
	],
	['process tail -f a.txt may gain no privileges', { kind: 'no-new-privileges', command: tail }],
	['process tail -f a.txt has the device eth0', network('device', 'eth0')],
	['process tail -f a.txt has the address 10.0.0.2', network('address', '10.0.0.2')],
	['process tail -f a.txt has the gateway 10.0.0.1', network('gateway', '10.0.0.1')],
	['process tail -f a.txt has heard from 10.0.0.1', network('neighbour', '10.0.0.1')],
	['process tail -f a.txt sends at most 1M a second', { kind: 'sends', command: tail, most: '1M' }],
	['process tail -f a.txt has the root of the host', { kind: 'root', command: tail, path: '/' }],
	['process tail -f a.txt keeps the old root', { kind: 'old-root', command: tail, kept: true }],
	['process tail -f a.txt has lost the old root', { kind: 'old-root', command: tail, kept: false }],
	['process tail -f a.txt is 1 inside', { kind: 'inside-pid', command: tail, pid: '1' }],
	[
		'process tail -f a.txt is {{inside pid of tail -f a.txt}} inside',
		{ kind: 'inside-pid', command: tail, pid: '{{inside pid of tail -f a.txt}}' },
	],
	[
		'group a gets any number of processes',
		{ kind: 'group-processes', group: 'a', processes: 'any' },
	],
	['group a gets 20 processes', { kind: 'group-processes', group: 'a', processes: '20' }],
	['group a refused a process', { kind: 'group-refused', group: 'a', refused: true }],
	['group a refused nothing', { kind: 'group-refused', group: 'a', refused: false }],
	[
		'process 1 of tail -f a.txt does not catch SIGTERM',
		{ kind: 'catches', command: tail, who: 'process-1', signal: 'SIGTERM', catches: false },
	],
	[
		'process tail -f a.txt catches SIGUSR1',
		{ kind: 'catches', command: tail, who: 'itself', signal: 'SIGUSR1', catches: true },
	],
	[
		'container-1 sees tail -f a.txt',
		{ kind: 'sees', terminal: 'container-1', command: tail, sees: true },
	],
	[
		'container-1 does not see tail -f a.txt',
		{ kind: 'sees', terminal: 'container-1', command: tail, sees: false },
	],
	[
		'container-2 sees the host',
		{ kind: 'sees', terminal: 'container-2', command: undefined, sees: true },
	],
	[
		'container-2 does not see the host',
		{ kind: 'sees', terminal: 'container-2', command: undefined, sees: false },
	],
	[
		'file my-container/usr/bin/bash exists',
		{ kind: 'file', path: 'my-container/usr/bin/bash', exists: true },
	],
	['file a is missing', { kind: 'file', path: 'a', exists: false }],
	['mount my-container/proc exists', { kind: 'mount', path: 'my-container/proc', exists: true }],
	[
		'mount my-container/proc is missing',
		{ kind: 'mount', path: 'my-container/proc', exists: false },
	],
	['group container-group exists', { kind: 'group', group, exists: true }],
	['group container-group is missing', { kind: 'group', group, exists: false }],
	['group container-group holds tail -f a.txt', { kind: 'group-holds', group, command: tail }],
	['group container-group gets 1 core', { kind: 'group-cores', group, cores: '1' }],
	['group container-group gets 0.5 cores', { kind: 'group-cores', group, cores: '0.5' }],
	[
		'group container-group gets {{cores}} cores',
		{ kind: 'group-cores', group, cores: '{{cores}}' },
	],
	['group container-group gets every core', { kind: 'group-cores', group, cores: 'every' }],
	['group container-group was throttled', { kind: 'group-throttled', group, throttled: true }],
	['group container-group was not throttled', { kind: 'group-throttled', group, throttled: false }],
	['group container-group gets 1000M of memory', { kind: 'group-memory', group, memory: '1000M' }],
	['group container-group gets all memory', { kind: 'group-memory', group, memory: 'all' }],
	['group container-group killed a process', { kind: 'group-killed', group, killed: true }],
	['group container-group killed nothing', { kind: 'group-killed', group, killed: false }],
	['  exit 0  ', { kind: 'exit', code: 0, command: undefined }],
])('%s', (line, kind) => {
	expect(parseExpectation(line)).toEqual(kind);
});

test.each([
	['exti 127', 'exit CODE'],
	['exit code 127', 'exit CODE'],
	['output includes x', 'output contains TEXT'],
	['output matches x', 'output matches /PATTERN/'],
	['process tail is running', 'process COMMAND runs'],
	['tail -f a.txt is gone', 'process COMMAND is gone'],
	['container-1 doesnt see the host', 'TERMINAL does not see the host'],
	['my-container/bin/bash exists', 'file PATH exists'],
	['group g is throttled', 'group GROUP was throttled'],
	['group g gets 1000 MB of memory', 'group GROUP gets SIZE of memory'],
	['group g gets one core', 'group GROUP gets NUMBER core'],
	['group g killed something', 'group GROUP killed nothing'],
])('“%s” is answered with “%s” among the first three', (line, form) => {
	let message = '';
	try {
		parseExpectation(line);
	} catch (error) {
		message = (error as Error).message;
	}
	const [sentence, ...list] = message.split('\n');
	expect(sentence).toBe(
		`\`${line}\` is not a sentence that can be checked. The sentences, the nearest first:`,
	);
	expect(list.slice(0, 3)).toContain(`  ${form}`);
	expect(list).toHaveLength(forms.length);
});

test.each([
	['exit 256', 'A program cannot exit with 256: exit codes go from 0 to 255.'],
	['output matches /(/', '`/(/` is not a regular expression of JavaScript: unterminated group.'],
	[
		'container-3 sees the host',
		'There is no terminal `container-3`; the terminals are `container-1`, `container-2`, `host`.',
	],
	[
		'file /etc/passwd exists',
		'Paths are relative to the sandbox, and `/etc/passwd` is not; write for example `my-container/etc/passwd`.',
	],
	[
		'process a lacks the capability sys_chroot',
		'There is no capability `sys_chroot` in capabilities(7); did you mean `CAP_SYS_CHROOT`?',
	],
	[
		'process ps has a mnt namespace of its own',
		'There is no kind of namespace `mnt`; the kinds are `mount`, `pid`,',
	],
	[
		'process ps has the address 10.0.0.2/24',
		'`10.0.0.2/24` is no address that can be looked for; write one of IPv4, without a mask: `10.0.0.2`.',
	],
	[
		'group /container-group exists',
		'Groups are named without the first slash: write `container-group`.',
	],
])('“%s” is refused with a reason of its own', (line, message) => {
	expect(() => parseExpectation(line)).toThrow(message);
});
