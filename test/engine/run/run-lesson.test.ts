import { expect, test } from '@jest/globals';
import { commandOf, expectationsOf, lessonOf, machineWith, stepOf } from '../fixtures/lessons.ts';
import { withoutPause } from '../../../src/engine/run/pace.ts';
import { brief, eventsOf } from '../fixtures/run.ts';
import { createScriptedHost } from '../fixtures/scripted-host.ts';
import { processOf, snapshotOf } from '../fixtures/snapshots.ts';

const tail = snapshotOf({ processes: [processOf(42, 'tail -f b.txt')] });

test('tells everything in order', async () => {
	const { host } = createScriptedHost({
		'chroot jail bash': { exit: 127, prints: 'chroot: No such file\n' },
		'tail -f b.txt &': { then: tail },
	});
	const lesson = lessonOf([
		stepOf('fail', {
			prose: 'There are {{cores}} cores.',
			commands: [commandOf('mkdir jail'), commandOf('chroot jail bash')],
			expectations: expectationsOf('exit 127 from chroot', 'output contains No such file'),
			after: 'It failed.',
		}),
		stepOf('tail', {
			commands: [commandOf('tail -f b.txt &', 'container-1')],
			expectations: expectationsOf('process tail -f b.txt runs'),
			after: 'It runs as {{pid of tail -f b.txt}}.',
		}),
		stepOf('tell', { prose: 'That was all.', after: '{{cores}} cores.' }),
	]);
	const events = await eventsOf(lesson, host);
	expect(brief(events)).toEqual([
		'lesson-started',
		'step fail',
		'before',
		'host$ mkdir jail',
		'exit 0',
		'host$ chroot jail bash',
		'prints chroot: No such file\n',
		'exit 127',
		'after',
		'held exit 127 from chroot',
		'held output contains No such file',
		'explained It failed.',
		'passed',
		'step tail',
		'before',
		'container-1$ tail -f b.txt &',
		'exit 0',
		'after',
		'held process tail -f b.txt runs',
		'explained It runs as 42.',
		'passed',
		'step tell',
		'explained 4 cores.',
		'passed',
		'lesson-finished',
	]);
	expect(events[1]).toMatchObject({ prose: 'There are 4 cores.', index: 0 });
});

test('shows the directory that the shell of a terminal last said it is in', async () => {
	const { host } = createScriptedHost();
	const commands = ['cd jail', 'pwd'].map((text) => commandOf(text));
	const step = stepOf('cd', { commands: [...commands, commandOf('pwd', 'container-1')] });
	const events = await eventsOf(lessonOf([step]), host);
	expect(
		events.flatMap((event) => (event.kind === 'command-started' ? [event.directory] : [])),
	).toEqual(['', 'jail', '']);
});

test('skips what the machine cannot do, without touching it, and waits to be read', async () => {
	const { host, log } = createScriptedHost({}, { provisions: machineWith() });
	const prose = 'There are {{cores}} cores.';
	const steps = [stepOf('do', { prose, commands: [commandOf('ls')] }), stepOf('tell')];
	const asked: number[] = [];
	const pace = {
		beforeStep(index: number) {
			asked.push(index);
			return Promise.resolve({});
		},
		commandSignal: () => new AbortController().signal,
	};
	const events = await eventsOf(lessonOf(steps, [commandOf('mkdir jail')]), host, { pace });
	expect(brief(events)).toEqual([
		'lesson-started',
		'step do',
		'skipped: No stage here.',
		'step tell',
		'passed',
		'lesson-finished',
	]);
	expect(asked).toEqual([0, 1]);
	expect(log).toEqual([]);
});

test('where nobody is there to decide, what builds on a failed step is not typed', async () => {
	const { host, typed } = createScriptedHost({ 'do two': { exit: 1 } });
	const lesson = lessonOf([
		stepOf('one', { commands: [commandOf('do one')] }),
		stepOf('two', { commands: [commandOf('do two')] }),
		stepOf('three', { commands: [commandOf('do three')] }),
		stepOf('four', { prose: 'That was all.' }),
	]);
	const pace = { ...withoutPause, endsAtFailure: true } as const;
	const events = await eventsOf(lesson, host, { pace });
	expect(typed()).toEqual(['host: do one', 'host: do two']);
	const ends = events.flatMap((event) => (event.kind === 'step-finished' ? [event] : []));
	expect(ends.map(({ outcome }) => outcome)).toEqual(['passed', 'failed', 'skipped', 'passed']);
	expect(ends[2]?.missing[0]?.cause).toMatch(/^The step “.*” failed, and this one needs/);
});
