import { expect, test } from '@jest/globals';
import { commandOf, expectationsOf, lessonOf, stepOf } from '../fixtures/lessons.ts';
import { brief, eventsOf } from '../fixtures/run.ts';
import { createScriptedHost } from '../fixtures/scripted-host.ts';

test('interrupts a command that takes too long, and fails the step', async () => {
	const { host, log } = createScriptedHost();
	const step = stepOf('hang', { commands: [commandOf('hang'), commandOf('ls')] });
	const events = await eventsOf(lessonOf([step]), host, { patience: { command: 0.05 } });
	expect(log).toContain('interrupted');
	expect(brief(events).slice(-5)).toEqual([
		'exit 130',
		'after',
		'NOT HELD exit 0 from hang',
		'failed: `hang` did not finish in 0.05 s and was interrupted.',
		'lesson-finished',
	]);
});

test('a command that is interrupted in time fails even with the exit code it should have', async () => {
	const { host } = createScriptedHost();
	const step = stepOf('hang', {
		commands: [commandOf('hang')],
		expectations: expectationsOf('exit 130'),
	});
	const events = await eventsOf(lessonOf([step]), host, { patience: { command: 0.05 } });
	expect(brief(events).at(-2)).toMatch(/^failed: `hang` did not finish/);
});

test('gives up a terminal that does not answer', async () => {
	const { host } = createScriptedHost();
	const step = stepOf('deaf', { commands: [commandOf('deaf')] });
	const patience = { command: 0.05, interrupt: 0.05 };
	expect(brief(await eventsOf(lessonOf([step]), host, { patience })).slice(-2)).toEqual([
		'failed: host no longer answers; the last line typed was `deaf`.',
		'lesson-finished',
	]);
});

test('the pace stops one command, and the run goes on', async () => {
	const { host, typed } = createScriptedHost();
	const commands = [commandOf('hang'), commandOf('never')];
	const lesson = lessonOf([
		stepOf('hang', { commands }),
		stepOf('next', { commands: [commandOf('ls')] }),
	]);
	const current = { stop: new AbortController() };
	const pace = {
		beforeStep: () => Promise.resolve({}),
		commandSignal() {
			current.stop = new AbortController();
			return current.stop.signal;
		},
	};
	const events = await eventsOf(lesson, host, {
		pace,
		onEvent(event) {
			if (event.kind === 'command-started' && event.text === 'hang') {
				setTimeout(() => {
					current.stop.abort();
				}, 10);
			}
		},
	});
	expect(brief(events)).toContain('failed: `hang` was stopped before it had finished.');
	expect(typed()).toEqual(['host: hang', 'host: ls']);
});

test('the signal ends a run that waits for the learner', async () => {
	const { host } = createScriptedHost();
	const end = new AbortController();
	const pace = {
		beforeStep: (_: number, signal: AbortSignal) =>
			new Promise<never>((_resolve, reject) => {
				signal.addEventListener('abort', () => {
					reject(new Error('aborted'));
				});
			}),
		commandSignal: () => new AbortController().signal,
	};
	setTimeout(() => {
		end.abort();
	}, 10);
	const lesson = lessonOf([stepOf('wait', { commands: [commandOf('ls')] })]);
	const events = await eventsOf(lesson, host, { pace, signal: end.signal });
	expect(brief(events)).toEqual(['lesson-started', 'step wait']);
});
