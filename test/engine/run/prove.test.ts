import { expect, test } from '@jest/globals';
import { chosenLines, keptOfProof, readProof } from '../../../src/engine/run/prove.ts';
import type { Proof } from '../../../src/lesson/proof.ts';
import { commandOf, expectationsOf, lessonOf, stepOf } from '../fixtures/lessons.ts';
import { eventsOf } from '../fixtures/run.ts';
import { createScriptedHost } from '../fixtures/scripted-host.ts';
import { emptySnapshot } from '../fixtures/snapshots.ts';

const { cores } = emptySnapshot.machine;

test('what a step claims is read once it has passed, filled in', async () => {
	const files = { [`/proc/${cores}/status`]: 'Name:\tbash\nNSpid:\t12\t1\n' };
	const proofs = [proofOf('/proc/{{cores}}/status', 'NSpid')];
	const { host } = createScriptedHost({}, { files });
	const step = stepOf('one', { commands: [commandOf('do one')], proofs, after: 'So it is.' });
	const events = await eventsOf(lessonOf([step]), host);
	expect(events.slice(-4)).toMatchObject([
		{ kind: 'explained' },
		{
			kind: 'proved',
			path: `/proc/${cores}/status`,
			place: `/on the host/proc/${cores}/status`,
			select: ['NSpid'],
			found: 'lines',
			text: 'NSpid:\t12\t1',
			more: 0,
		},
		{ kind: 'step-finished', outcome: 'passed' },
		{ kind: 'lesson-finished' },
	]);
});

test('a step without commands has proofs as well', async () => {
	const step = stepOf('one', { proofs: [proofOf('/proc/1/comm')] });
	const { host } = createScriptedHost({}, { files: { '/proc/1/comm': 'init\n' } });
	expect(await eventsOf(lessonOf([step]), host)).toContainEqual(
		expect.objectContaining({ kind: 'proved', text: 'init' }),
	);
});

test('nothing is proved where the step failed', async () => {
	const proofs = [proofOf('/proc/1/comm')];
	const expectations = expectationsOf('exit 3');
	const step = stepOf('one', { commands: [commandOf('do one')], proofs, expectations });
	const events = await eventsOf(lessonOf([step]), createScriptedHost().host);
	expect(events.map(({ kind }) => kind)).not.toContain('proved');
});

test('what is gone, or cannot be named, is said in a sentence and fails nothing', async () => {
	const proofs = [proofOf('/proc/1/comm'), proofOf('/proc/{{pid of tail}}/comm')];
	const step = stepOf('one', { commands: [commandOf('do one')], proofs });
	const events = await eventsOf(lessonOf([step]), createScriptedHost().host);
	expect(events.filter(({ kind }) => kind === 'proved')).toMatchObject([
		{ found: 'gone', text: 'There is no /proc/1/comm.' },
		{
			found: 'gone',
			path: '/proc/<pid of tail>/comm',
			text: 'No process "tail" runs on the stage.',
		},
	]);
	expect(events.at(-2)).toMatchObject({ outcome: 'passed' });
});

test('only as much is kept as one reads, and nothing that could move the cursor', async () => {
	const text = Array.from({ length: keptOfProof + 3 }, (_, line) => `\u001B[2Jline ${line}`);
	const { host } = createScriptedHost({}, { files: { '/proc/1/maps': text.join('\n') } });
	const proof = await readProof(host, '/proc/1/maps', []);
	expect(proof).toMatchObject({ more: 3, text: expect.not.stringContaining('\u001B') });
	expect(proof.text.split('\n')).toHaveLength(keptOfProof);
});

test('a path that somebody else has named is spelled out', async () => {
	const path = '/sys/fs/cgroup/g\u001B[2J/cpu.max';
	const { host } = createScriptedHost({}, { files: { [path]: 'max' } });
	expect((await readProof(host, path, [])).place).toBe(
		'/on the host/sys/fs/cgroup/g\\033[2J/cpu.max',
	);
});

test.each([
	[['oom_kill'], ['oom_kill 1']],
	[
		['nr_throttled', 'oom_kill'],
		['oom_kill 1', 'nr_throttled 0'],
	],
	[['/proc'], ['36 25 0:32 / /proc rw - proc proc rw']],
	[['12'], ['12']],
	[['nothing'], []],
	[[], file().split('\n').slice(0, -1)],
])('the words %j choose lines by their beginnings or by whole words', (words, lines) => {
	expect(chosenLines(file(), words)).toEqual(lines);
});

function file(): string {
	return [
		'oom_kill_disable 0',
		'oom_kill 1',
		'nr_throttled 0',
		'36 25 0:32 / /proc rw - proc proc rw',
		'37 25 0:32 / /procession rw - tmpfs tmpfs rw',
		'12',
		'123',
		'',
	].join('\n');
}

function proofOf(path: string, ...select: readonly string[]): Proof {
	return { text: [path, ...select].join(' '), path, select, when: [], line: 1 };
}
