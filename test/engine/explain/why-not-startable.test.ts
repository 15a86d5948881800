import { expect, test } from '@jest/globals';
import { mostFiles, type Program, type Snapshot } from '../../../src/engine/words/snapshot.ts';
import { whyNotStartable } from '../../../src/engine/explain/why-not-startable.ts';
import { elfOf, filesOf, programsOf, scriptOf, snapshotOf } from '../fixtures/snapshots.ts';

const bash = elfOf('/lib64/ld.so');
const loader = elfOf(undefined);

test.each<[string, Record<string, Program | 'text'>, string]>([
	['the program', { 'jail/lib64/ld.so': loader }, 'There is no program `bash` in jail.'],
	[
		'its loader',
		{ 'jail/bin/bash': bash, 'jail/usr/lib64/ld.so': loader },
		'`jail/bin/bash` is there, but its loader, `/lib64/ld.so`, is not in jail.',
	],
	[
		'the interpreter of a script',
		{ 'jail/usr/bin/bash': scriptOf('/usr/bin/coreutils') },
		'`jail/usr/bin/bash` is there, but the program that is to read it, `/usr/bin/coreutils`, is not in jail.',
	],
	[
		'the loader of that interpreter',
		{ 'jail/bin/bash': scriptOf('/bin/sh'), 'jail/bin/sh': bash },
		'`jail/bin/sh` is there, but its loader, `/lib64/ld.so`, is not in jail.',
	],
	[
		'the machine',
		{ 'jail/bin/bash': elfOf('/lib/ld.so', 'arm64'), 'jail/lib/ld.so': elfOf(undefined, 'arm64') },
		'`jail/bin/bash` is a program for arm64, and this machine is x86-64.',
	],
	[
		'everything',
		{ 'jail/bin/bash': 'text' },
		'`jail/bin/bash` is there, but it is not an executable program.',
	],
])('says so where %s is missing', (_what, programs, sentence) => {
	expect(whyNotStartable('chroot jail bash', '/', jailOf(programs))).toBe(sentence);
});

const broken = { 'jail/bin/bash': bash, 'jail/bin/ls': bash };

test.each([
	['chroot ./jail/ bash', '/'],
	['chroot --userspec=0 jail bash -l', '/'],
	['chroot jail /bin/bash', '/'],
	['chroot jail', '/'],
	['unshare --pid --fork --mount-proc=jail/proc chroot jail bash', '/'],
	['bash -c "ls /"', 'jail'],
	['/bin/bash', 'jail'],
])('reads `%s` in %s', (command, root) => {
	expect(whyNotStartable(command, root, jailOf(broken))).toBe(
		'`jail/bin/bash` is there, but its loader, `/lib64/ld.so`, is not in jail.',
	);
});

const whole = { 'jail/bin/bash': bash, 'jail/lib64/ld.so': loader };
const loop = { 'jail/bin/bash': scriptOf('/bin/sh'), 'jail/bin/sh': scriptOf('/bin/bash') };
const i386 = { 'jail/bin/bash': elfOf(undefined, 'x86') };

test.each<[string, string, string, Snapshot]>([
	['nothing is missing: then it is a library', 'chroot jail bash', '/', jailOf(whole)],
	['it is no program of a container', 'bash', '/', jailOf(broken)],
	['there is no such container', 'chroot no-such-directory bash', '/', jailOf(broken)],
	['the shell inside said it already', 'cat a.txt', 'jail', jailOf(broken)],
	['two scripts read each other', 'chroot jail bash', '/', jailOf(loop)],
	['the older program of the same machines runs', 'chroot jail bash', '/', jailOf(i386)],
	[
		'a link may lead to the loader',
		'chroot jail bash',
		'/',
		jailOf(broken, { files: [...programsOf(broken), ...filesOf({ 'jail/lib64 -> ': 9 })] }),
	],
	[
		'a mount may hold the loader',
		'chroot jail bash',
		'/',
		jailOf(broken, { mounts: [mountAt('jail/lib64')] }),
	],
	[
		'too many files were there',
		'chroot jail bash',
		'/',
		jailOf(broken, {
			files: [
				...programsOf(broken),
				...filesOf(Object.fromEntries(Array.from({ length: mostFiles }, (_, n) => [`${n}`, 1]))),
			],
		}),
	],
])('says nothing where %s', (_what, command, root, snapshot) => {
	expect(whyNotStartable(command, root, snapshot)).toBeUndefined();
});

test('a /proc in the container hides nothing', () => {
	const snapshot = jailOf(broken, { mounts: [mountAt('jail/proc')] });
	expect(whyNotStartable('chroot jail bash', '/', snapshot)).toContain('its loader');
});

function jailOf(
	programs: Readonly<Record<string, Program | 'text'>>,
	parts: Partial<Snapshot> = {},
): Snapshot {
	const { machine } = snapshotOf({});
	return snapshotOf({
		machine: { ...machine, architecture: 'x86-64' },
		files: programsOf(programs),
		...parts,
	});
}

function mountAt(path: string) {
	return { path, type: 'bind', namespace: 1, onStage: true };
}
