import { expect, test } from '@jest/globals';
import { fillIn, fillInKnown, fillInPattern } from '../../../src/engine/judge/fill-in.ts';
import {
	elfOf,
	emptySnapshot,
	filesOf,
	groupOf,
	processOf,
	programsOf,
	scriptOf,
	snapshotOf,
	viewOf,
} from '../fixtures/snapshots.ts';

const inContainer = { terminal: 'container-1', root: 'my-container' };

const snapshot = snapshotOf({
	processes: [
		processOf(100, 'bash'),
		processOf(200, 'bash', { terminal: 'container-1' }),
		processOf(210, 'unshare --pid --fork chroot my-container bash', {
			terminal: 'container-1',
			parent: 200,
		}),
		processOf(211, '/bin/bash', { ...inContainer, parent: 210, pids: [211, 1] }),
		processOf(220, 'tail -f a.txt', { ...inContainer, parent: 211, pids: [220, 4] }),
		processOf(230, 'sleep 9', { ...inContainer, parent: 211 }),
		processOf(231, 'bash -c while :; do :; done', { ...inContainer, parent: 211 }),
		processOf(240, 'sleep 9', { terminal: 'container-2' }),
	],
	views: [viewOf('host', { shell: 100 }), viewOf('container-1', { shell: 211 })],
	groups: [
		groupOf('container-group', {
			cpu: { quota: 100_000, period: 100_000, throttled: 13 },
			memory: { limit: 1_048_576_000, usage: 5_242_880, killed: 2 },
		}),
		groupOf('half', { controllers: ['memory'], cpu: undefined }),
	],
	files: [
		...filesOf({
			'my-container/': 0,
			'my-container/bin/': 0,
			'my-container/bin/bash': 1_265_648,
			'my-container/libc.so.6': 1_922_136,
			'my-container/sh -> ': 4,
			'my-container-2/big': 9_000_000,
		}),
		...programsOf({
			'programs/bash': elfOf('/lib64/ld-linux-x86-64.so.2'),
			'programs/busybox': elfOf(undefined),
			'programs/script': scriptOf('/bin/sh'),
		}),
	],
});

test.each([
	['cores', '4'],
	['memory', '15.6 GiB'],
	['kernel', '6.1.0-18-amd64'],
	['other processes', '83'],
	['pid of tail -f a.txt', '220'],
	['pid of sleep 9 in container-2', '240'],
	['inside pid of tail -f a.txt', '4'],
	['inside pid of sleep 9 in container-2', '240'],
	['shell of host', '100'],
	['shell of container-1', '211'],
	['size of my-container', '3.2 MB'],
	['size of my-container/bin/bash', '1.3 MB'],
	['files in my-container', '2'],
	['loader of ./programs/bash', '/lib64/ld-linux-x86-64.so.2'],
	['throttled of container-group', '13'],
	['memory used by container-group', '5 MiB'],
	['killed in container-group', '2'],
])('answers {{%s}} with %s', (fact, value) => {
	expect(fillIn(`a {{${fact}}} b {{cores}}`, snapshot)).toBe(`a ${value} b 4`);
});

test.each([
	['pid of tail -f b.txt', 'No process "tail -f b.txt" runs on the stage.'],
	['pid of sleep 9 in host', 'No process "sleep 9" runs in host.'],
	['pid of sleep 9', '2 processes "sleep 9" run on the stage, so it is not clear which is meant.'],
	['shell of container-2', 'No shell runs in container-2.'],
	['size of my-jail', 'There is no my-jail in the sandbox.'],
	['loader of programs/zsh', 'There is no programs/zsh in the sandbox.'],
	['loader of programs/busybox', 'programs/busybox is a static program: it needs no loader.'],
	['loader of programs/script', 'programs/script is a script, so it names no loader.'],
	['loader of my-container/bin', 'my-container/bin is no program, so it names no loader.'],
	['throttled of no-group', 'There is no group no-group.'],
	['throttled of half', 'The group half has no cpu controller.'],
])('says in a sentence why there is no {{%s}}', (fact, sentence) => {
	expect(() => fillIn(`{{${fact}}}`, snapshot)).toThrow(sentence);
});

test('takes the first snapshot that has an answer, fact by fact', () => {
	const later = { ...emptySnapshot, otherProcesses: 90 };
	const text = '{{other processes}} {{pid of tail -f a.txt}}';
	expect(fillIn(text, later, snapshot)).toBe('90 220');
	expect(() => fillIn('{{pid of ps}}', later, snapshot)).toThrow(
		'No process "ps" runs on the stage.',
	);
});

test('shows what is not known yet as what it will be', () => {
	const line = 'kill -9 {{pid of tail -f b.txt}} {{pid of tail -f a.txt}} $& {{cores}}';
	const unknown = (fact: string) => `<${fact}>`;
	expect(fillInKnown(line, [snapshot], unknown)).toBe('kill -9 <pid of tail -f b.txt> 220 $& 4');
	expect(fillInKnown('{{cores}} {{no such fact}}', [], unknown)).toBe('<cores> <no such fact>');
});

test('lets a value stand for itself in a pattern', () => {
	const filled = fillInPattern('^{{kernel}} {{size of my-container}}$', snapshot);
	expect('6.1.0-18-amd64 3.2 MB').toMatch(new RegExp(filled));
	expect('6x1x0-18-amd64 3x2 MB').not.toMatch(new RegExp(filled));
});
