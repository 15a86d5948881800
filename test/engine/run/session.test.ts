import { expect, test } from '@jest/globals';
import { brief } from '../fixtures/run.ts';
import type { State } from '../../../src/engine/run/state.ts';
import { start, until, waitsAt } from '../fixtures/session.ts';

test('does one step at a time, when told to', async () => {
	const { session, machine } = start();
	await session.open('lesson');
	await until(session, waitsAt(0));
	expect(machine.typed()).toEqual([]);
	session.proceed();
	await until(session, waitsAt(1));
	expect(machine.typed()).toEqual(['host: do one']);
	await session.close();
});

test('opens at a step, with the steps before it done', async () => {
	const { session, machine } = start();
	await session.open('lesson', 'three');
	const state = await until(session, waitsAt(2));
	expect(state.steps.map(({ phase }) => phase)).toEqual(['passed', 'passed', 'waiting']);
	expect(machine.typed()).toEqual(['host: do one', 'host: do two']);
	await session.close();
});

test('opens at the beginning where the lesson has no such step any more', async () => {
	const { session } = start();
	await session.open('lesson', 'zero');
	await until(session, waitsAt(0));
	await session.close();
});

test('jumps by doing what lies between, and never back', async () => {
	const { session, machine } = start();
	await session.open('lesson');
	await until(session, waitsAt(0));
	session.jump(2);
	await until(session, waitsAt(2));
	session.jump(1);
	session.jump(2);
	expect(session.state.get().steps).toHaveLength(3);
	session.jump(4);
	await until(session, ({ finished }) => finished);
	expect(machine.typed()).toHaveLength(4);
	await session.close();
});

test('a jump stops after a step that fails', async () => {
	const { session, machine } = start({ 'do two': { exit: 1 } });
	await session.open('lesson', 'four');
	await until(session, waitsAt(2));
	expect(machine.typed()).toEqual(['host: do one', 'host: do two']);
	await session.close();
});

test('a step that is skipped stays until it is left', async () => {
	const { session, events } = start();
	await session.open('limited');
	const isSkipped = ({ steps }: State) => steps.at(-1)?.phase === 'skipped';
	await until(session, isSkipped);
	// Time enough for another step to begin.
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(session.state.get().steps).toHaveLength(1);
	session.proceed();
	await until(session, ({ steps }) => steps.length === 2 && steps[1]?.phase === 'skipped');
	expect(events.map(({ kind }) => kind)).not.toContain('lesson-finished');
	session.proceed();
	await until(session, ({ finished }) => finished);
	await session.close();
});

test('interrupts the command that runs, and says whether there was one', async () => {
	const { session } = start();
	await session.open('hanging');
	await until(session, waitsAt(0));
	expect(session.interrupt()).toBe(false);
	session.proceed();
	await until(session, ({ steps }) => steps.at(-1)?.commands.length === 1);
	await until(session, () => session.interrupt());
	const state = await until(session, waitsAt(1));
	expect(state.steps[0]?.why).toBe('`hang` was stopped before it had finished.');
	expect(session.interrupt()).toBe(false);
	await session.close();
});

test('interrupts a setting up, too', async () => {
	const { session } = start();
	await session.open('hanging-setup');
	await until(session, ({ setup }) => setup.length > 0);
	await until(session, () => session.interrupt());
	const state = await until(session, ({ finished }) => finished);
	expect(state.steps[0]?.why).toContain('`hang` was stopped before it had finished.');
	await session.close();
});

test('closing ends the command, removes the stage and leaves a clean state', async () => {
	const { session, machine } = start();
	await session.open('hanging');
	await until(session, waitsAt(0));
	session.proceed();
	await until(session, ({ steps }) => steps.at(-1)?.commands.length === 1);
	await session.close();
	expect(machine.log.at(-1)).toBe('dispose');
	expect(machine.log).toContain('interrupted');
	expect(session.state.get().steps).toEqual([]);
	await session.close();
	expect(machine.log.filter((line) => line === 'dispose')).toHaveLength(1);
});

test('opening another lesson first removes the stage of the last', async () => {
	const { session, machine, opened } = start();
	await session.open('lesson');
	await until(session, waitsAt(0));
	await session.open('hanging');
	expect(machine.log.at(-1)).toBe('dispose');
	expect(opened()).toBe(2);
	await until(session, ({ lesson, steps }) => lesson?.lesson === 'hanging' && steps.length === 1);
	await session.close();
});

test('of several intents at once the last one counts, and no stage is forgotten', async () => {
	const { session, machine, opened, events } = start();
	await Promise.all([
		session.open('lesson', 'four'),
		session.open('hanging'),
		session.open('lesson', 'two'),
		session.close(),
	]);
	expect(opened()).toBe(3);
	expect(machine.log.filter((line) => line === 'dispose')).toHaveLength(3);
	expect(machine.typed()).toEqual([]);
	expect(events).toEqual([]);
	expect(session.state.get().lesson).toBeUndefined();
});

test('says what is wrong when there is no stage, and tries again when asked', async () => {
	let isFull = true;
	const { session } = start({}, (host) => {
		if (isFull) {
			throw new Error('The disk is full. Free some space.');
		}

		return host;
	});
	await session.open('lesson');
	expect(session.state.get().problem).toBe('The disk is full. Free some space.');
	isFull = false;
	await session.open('lesson');
	expect((await until(session, waitsAt(0))).problem).toBeUndefined();
	await session.close();
});

test('says that there is no such lesson', async () => {
	const { session, opened } = start();
	await session.open('nothing');
	expect(session.state.get().problem).toBe('There is no lesson "nothing".');
	expect(opened()).toBe(0);
});

test('closing rejects where the stage cannot be removed', async () => {
	const { session } = start({}, (host) => ({
		...host,
		[Symbol.asyncDispose]: () => Promise.reject(new Error('It is still mounted.')),
	}));
	await session.open('lesson');
	await expect(session.close()).rejects.toThrow('It is still mounted.');
	expect(session.state.get().problem).toBe('It is still mounted.');
	await session.close();
});

test('says what went wrong where somebody chokes on an event', async () => {
	const { session, machine } = start({}, undefined, () => {
		throw new Error('The recording cannot be written.');
	});
	await session.open('lesson');
	await until(session, ({ problem }) => problem === 'The recording cannot be written.');
	await session.close();
	expect(machine.log).toEqual(['dispose']);
});

test('hands on every event', async () => {
	const { session, events } = start();
	await session.open('lesson', 'two');
	await until(session, waitsAt(1));
	await session.close();
	expect(brief(events)).toEqual([
		'lesson-started',
		'step one',
		'before',
		'host$ do one',
		'exit 0',
		'after',
		'passed',
		'step two',
	]);
});
