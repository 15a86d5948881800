import { expect, test } from '@jest/globals';
import { withoutPause } from '../../../src/engine/run/pace.ts';
import { commandOf, expectationsOf, lessonOf, stepOf } from '../fixtures/lessons.ts';
import { brief, eventsOf } from '../fixtures/run.ts';
import { createScriptedHost } from '../fixtures/scripted-host.ts';
import { elfOf, processOf, programsOf, snapshotOf, viewOf } from '../fixtures/snapshots.ts';

const tail = snapshotOf({ processes: [processOf(42, 'tail -f b.txt')] });

test('fills in a command just before it is typed, and announces it as far as it is known', async () => {
	const { host, typed } = createScriptedHost({ 'tail -f b.txt &': { then: tail } });
	const commands = [commandOf('tail -f b.txt &'), commandOf('kill -9 {{pid of tail -f b.txt}}')];
	const [, started, ...events] = await eventsOf(lessonOf([stepOf('kill', { commands })]), host);
	expect(started).toMatchObject({
		commands: [{ text: 'tail -f b.txt &' }, { text: 'kill -9 <pid of tail -f b.txt>' }],
	});
	expect(typed()).toEqual(['host: tail -f b.txt &', 'host: kill -9 42']);
	expect(brief(events)).toContain('host$ kill -9 42');
});

test('asks before a step, and tells the answer before anything runs', async () => {
	const { host } = createScriptedHost();
	const question = {
		text: 'How many of {{cores}} cores?',
		answers: [
			{ text: 'One.', isRight: false, reply: 'There are {{cores}}.' },
			{ text: 'All {{cores}}.', isRight: true, reply: undefined },
		],
		source: '',
	};
	const steps = [stepOf('ask', { question, commands: [commandOf('ls')] }), stepOf('tell')];
	const pace = { ...withoutPause, beforeStep: () => Promise.resolve({ answer: 1 }) };
	const [, started, ...events] = await eventsOf(lessonOf(steps), host, { pace });
	expect(started).toMatchObject({
		question: {
			text: 'How many of 4 cores?',
			answers: [{ text: 'One.', reply: 'There are 4.' }, { text: 'All 4.' }],
		},
	});
	expect(events[0]).toEqual({ kind: 'predicted', answer: 1 });
	expect(brief(events).filter((event) => event === 'predicted')).toHaveLength(1);
});

test('types nothing more in a step after a command did not do as expected', async () => {
	const { host, typed } = createScriptedHost({ 'cp a b': { exit: 1 } });
	const step = stepOf('copy', {
		commands: ['cp a b', 'cp b c'].map((text) => commandOf(text)),
		expectations: expectationsOf('exit 3'),
		after: 'It works.',
	});
	const events = await eventsOf(
		lessonOf([step, stepOf('next', { commands: [commandOf('ls')] })]),
		host,
	);
	expect(typed()).toEqual(['host: cp a b', 'host: ls']);
	expect(brief(events)).toEqual([
		'lesson-started',
		'step copy',
		'before',
		'host$ cp a b',
		'exit 1',
		'after',
		'NOT HELD exit 0 from cp a b',
		'NOT HELD exit 3',
		'failed: `cp a b` exited with 1, and should have exited with 0.',
		'step next',
		'before',
		'host$ ls',
		'exit 0',
		'after',
		'passed',
		'lesson-finished',
	]);
});

test.each([
	['host', 'chroot jail bash', {}],
	['container-1', 'bash', { root: 'jail', terminal: 'container-1' }],
])(
	'in %s, `%s` that fails with 127 is told with the link that is missing',
	async (terminal, text, shell) => {
		const then = snapshotOf({
			processes: [processOf(7, 'bash', shell)],
			views: [viewOf(terminal, { shell: 7 })],
			files: programsOf({ 'jail/bin/bash': elfOf('/lib/ld.so') }),
		});
		const { host } = createScriptedHost({ [text]: { exit: 127, then } });
		const step = stepOf('start', { commands: [commandOf(text, terminal), commandOf('ls')] });
		expect(brief(await eventsOf(lessonOf([step]), host)).at(-2)).toBe(
			`failed: \`${text}\` exited with 127, and should have exited with 0. ` +
				'`jail/bin/bash` is there, but its loader, `/lib/ld.so`, is not in jail.',
		);
	},
);

test('a command that should have failed fails the step when it works', async () => {
	const { host } = createScriptedHost();
	const step = stepOf('fail', {
		commands: [commandOf('chroot jail')],
		expectations: expectationsOf('exit 127'),
	});
	expect(brief(await eventsOf(lessonOf([step]), host)).at(-2)).toBe(
		'failed: `chroot jail` exited with 0, and should have exited with 127.',
	);
});

test('a step fails whose expectation does not hold, with what was seen, and explains nothing', async () => {
	const { host } = createScriptedHost();
	const step = stepOf('limit', {
		commands: [commandOf('ls')],
		expectations: expectationsOf('process tail -f b.txt runs'),
		after: 'It runs.',
	});
	expect(brief(await eventsOf(lessonOf([step]), host)).slice(-4)).toEqual([
		'after',
		'NOT HELD process tail -f b.txt runs',
		'failed: Expected: process tail -f b.txt runs. Seen: no process "tail -f b.txt".',
		'lesson-finished',
	]);
});

test('gives the kernel a moment to become what was asked for', async () => {
	const { host, become } = createScriptedHost();
	setTimeout(become, 120, tail);
	const step = stepOf('tail', {
		commands: [commandOf('tail -f b.txt &'), commandOf('kill -0 {{pid of tail -f b.txt}}')],
		expectations: expectationsOf('process tail -f b.txt runs'),
	});
	const events = await eventsOf(lessonOf([step]), host, { patience: { settle: 5 } });
	expect(brief(events)).toContain('host$ kill -0 42');
	expect(brief(events)).toContain('passed');
	expect(events.filter(({ kind }) => kind === 'observed')).toHaveLength(2);
});

test('looks often enough on a machine that takes long for everything', async () => {
	const { host, become } = createScriptedHost();
	let looks = 0;
	const slow = {
		...host,
		observe() {
			if (++looks === 10) {
				become(tail);
			}
			return host.observe();
		},
	};
	const step = stepOf('tail', {
		commands: [commandOf('tail -f b.txt &')],
		expectations: expectationsOf('process tail -f b.txt runs'),
	});
	expect(brief(await eventsOf(lessonOf([step]), slow))).toContain('passed');
});

test('a fact without an answer fails the step with a sentence', async () => {
	const { host, typed } = createScriptedHost();
	const commands = [commandOf('kill -9 {{pid of tail -f b.txt}}')];
	const events = await eventsOf(lessonOf([stepOf('kill', { commands })]), host);
	expect(brief(events).slice(-2)).toEqual([
		'failed: No process "tail -f b.txt" runs on the stage.',
		'lesson-finished',
	]);
	expect(typed()).toEqual([]);
});

test('a machine that cannot be observed fails the step with a sentence', async () => {
	const { host } = createScriptedHost();
	const broken = { ...host, observe: () => Promise.reject(new Error('The disk is full.')) };
	const step = stepOf('look', { prose: '{{cores}} cores', commands: [commandOf('ls')] });
	const events = await eventsOf(lessonOf([step]), broken);
	expect(events[1]).toMatchObject({ prose: '(cores) cores' });
	expect(brief(events).slice(-2)).toEqual(['failed: The disk is full.', 'lesson-finished']);
});

test('explains with what was so before, where it is gone', async () => {
	const { host } = createScriptedHost({ 'kill -9 42': { then: snapshotOf({}) } }, { first: tail });
	const step = stepOf('kill', {
		commands: [commandOf('kill -9 {{pid of tail -f b.txt}}')],
		expectations: expectationsOf('process tail -f b.txt is gone'),
		after: 'Process {{pid of tail -f b.txt}} is gone.',
	});
	expect(brief(await eventsOf(lessonOf([step]), host))).toContain('explained Process 42 is gone.');
});

test.each(['hang', 'deaf'])(
	'the signal ends the run at once, in the middle of %s',
	async (text) => {
		const { host } = createScriptedHost();
		const end = new AbortController();
		const lesson = lessonOf([stepOf('hang', { commands: [commandOf(text)] }), stepOf('next')]);
		const events = await eventsOf(lesson, host, {
			signal: end.signal,
			onEvent(event) {
				if (event.kind === 'command-started') {
					setTimeout(() => {
						end.abort();
					}, 10);
				}
			},
		});
		expect(brief(events).slice(0, 4)).toEqual([
			'lesson-started',
			'step hang',
			'before',
			`host$ ${text}`,
		]);
		expect(brief(events)).not.toContain('step next');
		expect(brief(events)).not.toContain('lesson-finished');
	},
);
