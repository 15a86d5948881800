import { expect, test } from '@jest/globals';
import type { Provisions } from '../../../src/engine/words/provisions.ts';
import type { EventOf, LessonEvent } from '../../../src/engine/words/event.ts';
import { recordedSteps } from '../../../src/engine/run/recorded.ts';
import type { State } from '../../../src/engine/run/state.ts';
import type { TracerOptions } from '../../../src/engine/run/tracer.ts';
import { machineWith } from '../fixtures/lessons.ts';
import { createScriptedHost } from '../fixtures/scripted-host.ts';
import { start, until, waitsAt } from '../fixtures/session.ts';

const here = machineWith('stage', 'strace');

/** A second machine, on which every line that is typed makes a directory. */
function tracingMachine(script: Parameters<typeof createScriptedHost>[0] = {}) {
	const machine = createScriptedHost(script, { provisions: here });
	let typed = 0;
	const options: TracerOptions = {
		openHost: () =>
			Promise.resolve({
				...machine.host,
				takeTrace() {
					const lines = machine.typed().slice(typed);
					typed += lines.length;
					const text = lines.map(
						(line) =>
							`7 mkdir("${line}", 0777) = 0\n7 write(1</p>, "\\0010123456789abcdef 0 7.1 /\\n", 9) = 9\n`,
					);
					return Promise.resolve(new Map([['host', text.join('')]]));
				},
			}),
		recordings: () => Promise.resolve([]),
	};
	return { options, machine };
}

const run = (options: TracerOptions, provisions: Provisions = here) =>
	start({}, undefined, undefined, options, provisions);

const callsOf = (trace: EventOf<'traced'> | undefined) =>
	trace?.commands.map(({ text, calls }) => [text, ...calls.map(({ args }) => args[0])]);

async function passTwo(session: ReturnType<typeof run>['session']): Promise<State> {
	await session.open('lesson');
	await until(session, waitsAt(0));
	session.jump(2);
	return until(session, waitsAt(2));
}

test('a step is performed once more, with those before it, on a machine of its own', async () => {
	const { options, machine } = tracingMachine();
	const { session, events, machine: real } = run(options);
	await passTwo(session);
	await session.trace(1);
	const { steps, tracing } = session.state.get();
	expect(callsOf(steps[1]?.trace)).toEqual([['do two', '"host: do two"']]);
	expect(steps[1]?.trace).toMatchObject({ step: 'two', index: 1, on: undefined, missing: [] });
	expect(tracing).toBeUndefined();
	expect(machine.typed()).toEqual(['host: do one', 'host: do two']);
	expect(machine.log.at(-1)).toBe('dispose');
	expect(real.typed()).toEqual(['host: do one', 'host: do two']);
	expect(events.filter(({ kind }) => kind === 'traced')).toHaveLength(1);

	// What was seen on the way is not looked for again.
	await session.trace(0);
	expect(callsOf(session.state.get().steps[0]?.trace)).toEqual([['do one', '"host: do one"']]);
	await session.trace(1);
	expect(machine.typed()).toHaveLength(2);
	expect(events.filter(({ kind }) => kind === 'traced')).toHaveLength(2);
	await session.close();
});

test('a step that has not ended is not traced', async () => {
	const { options, machine } = tracingMachine();
	const { session } = run(options);
	await passTwo(session);
	await session.trace(2);
	await session.trace(7);
	expect(machine.log).toEqual([]);
	await session.close();
});

test('it says how far it is, can be stopped, and leaves nothing', async () => {
	const { options, machine } = tracingMachine();
	const host = await options.openHost();
	const slow = {
		...options,
		openHost: () =>
			Promise.resolve({
				...host,
				type: (terminal: string, text: string, signal: AbortSignal) =>
					host.type(terminal, text === 'do two' ? 'hang' : text, signal),
			}),
	};
	const { session, events } = run(slow);
	await passTwo(session);
	const traced = session.trace(1);
	await until(session, ({ tracing }) => tracing?.at === 1);
	session.stopTracing();
	expect(session.state.get().tracing).toBeUndefined();
	await traced;
	expect(machine.log.at(-1)).toBe('dispose');
	expect(session.state.get().steps[1]?.trace).toBeUndefined();
	expect(events.map(({ kind }) => kind)).not.toContain('traced');

	// The lesson goes on only when the second machine is gone.
	void session.trace(1);
	await until(session, ({ tracing }) => tracing?.at === 1);
	session.proceed();
	await until(session, waitsAt(3));
	expect(session.state.get().tracing).toBeUndefined();
	expect(machine.log.filter((line) => line === 'dispose')).toHaveLength(2);

	void session.trace(2);
	await until(session, ({ tracing }) => tracing?.at === 1);
	await session.close();
	expect(machine.log.filter((line) => line === 'dispose')).toHaveLength(3);
});

test('why it failed is said in a sentence', async () => {
	const { session } = run({
		openHost: () => Promise.reject(new Error('The disk is full.')),
		recordings: () => Promise.resolve([]),
	});
	await passTwo(session);
	await session.trace(0);
	expect(session.state.get().tracing).toEqual({
		index: 0,
		at: undefined,
		why: 'The disk is full.',
	});
	await session.close();
});

const on = { distribution: 'Debian', kernel: '6.1.0', cgroup: 'v2', uid: 0, date: '2026' };
const cause = { cause: 'strace is not installed here.', fix: 'Install it.' };

test('where nothing can be traced, what was recorded is shown, with where and why', async () => {
	const events: LessonEvent[] = [];
	const recorder = run(tracingMachine().options);
	await passTwo(recorder.session);
	await recorder.session.trace(0);
	const traced = recorder.events.filter(({ kind }) => kind === 'traced');
	for (const event of recorder.events.filter(({ kind }) => kind !== 'traced')) {
		events.push(event, ...(event.kind === 'step-finished' ? traced.splice(0) : []));
	}

	await recorder.session.close();
	const missing = new Map([...machineWith('stage').missing, ['strace', cause]] as const);
	const { session } = run(
		{
			openHost: () => Promise.reject(new Error('Nobody asks for it.')),
			recordings: () => Promise.resolve(recordedSteps(on as never, events)),
		},
		{ ...machineWith('stage'), missing },
	);
	await passTwo(session);
	await session.trace(0);
	await session.trace(1);
	const [one, two] = session.state.get().steps;
	expect(one?.trace).toMatchObject({ on, missing: [cause], commands: [{ text: 'do one' }] });
	expect(two?.trace).toMatchObject({ on: undefined, missing: [cause], commands: [] });
	await session.close();
});
