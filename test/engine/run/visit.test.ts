import { untraced } from '../fixtures/session.ts';
import { expect, test } from '@jest/globals';
import { createSession } from '../../../src/engine/run/session.ts';
import type { Snapshot } from '../../../src/engine/words/snapshot.ts';
import { visit } from '../../../src/engine/run/visit.ts';
import { commandOf, expectationsOf, lessonOf, stepOf } from '../fixtures/lessons.ts';
import { createScriptedHost } from '../fixtures/scripted-host.ts';
import { emptySnapshot, filesOf, snapshotOf } from '../fixtures/snapshots.ts';

const console = {
	kind: 'xterm',
	size: () => ({ columns: 80, rows: 24 }),
	listen: () => () => undefined,
	show: () => Promise.resolve(),
};
const withA = snapshotOf({ files: filesOf({ a: 1 }) });
const withB = snapshotOf({ files: filesOf({ b: 1 }) });
const makesA = stepOf('make', {
	commands: [commandOf('touch a')],
	expectations: expectationsOf('exit 0', 'output lacks x', 'file a exists', 'file b exists'),
});

/** What is told of a visit to a machine that is like this before and after it. */
function visitTo(before: Snapshot, visited: Snapshot) {
	const { host, become, log } = createScriptedHost({}, { visited });
	become(before);
	const { signal } = new AbortController();
	const passed = [{ step: makesA, before: emptySnapshot }];
	return { log, told: visit({ host, signal, terminal: 'host', console, passed }) };
}

test('what was so before the visit is checked after it, and nothing that a command said', async () => {
	const { log, told } = visitTo(withA, withB);
	const { terminal, before, after, checks } = await told;
	expect(terminal).toBe('host');
	expect([before, after]).toEqual([withA, withB]);
	// `file b exists` was not so before.
	expect(checks).toMatchObject([{ expectation: 'file a exists', held: false }]);
	expect(log.slice(0, 2)).toEqual(['observe', 'visit host']);
});

test('what is still so has held', async () => {
	const { checks } = await visitTo(withA, withA).told;
	expect(checks).toMatchObject([{ expectation: 'file a exists', held: true }]);
});

test('a visit in a session becomes a part of its state, for the steps that passed', async () => {
	const told: string[] = [];
	const { host } = createScriptedHost({ 'touch a': { then: withA } }, { visited: withB });
	const lesson = lessonOf([
		stepOf('make', {
			commands: [commandOf('touch a')],
			expectations: expectationsOf('file a exists'),
		}),
		stepOf('wait', { commands: [commandOf('true')], expectations: expectationsOf('exit 0') }),
	]);
	const session = createSession({
		lessons: [lesson],
		recordings: [],
		tracing: untraced,
		openHost: () => Promise.resolve(host),
		onEvent: ({ kind }) => told.push(kind),
	});
	await session.open('lesson', 'wait');
	await until(() => session.state.get().steps.at(-1)?.started.step === 'wait');
	await session.visit('host', console);
	expect(told.at(-1)).toBe('visited');
	expect(session.state.get().visit).toMatchObject({
		checks: [{ expectation: 'file a exists', held: false }],
	});
	await session.close();
});

test('nothing is visited where no lesson is open', async () => {
	const told: string[] = [];
	const session = createSession({
		lessons: [],
		recordings: [],
		tracing: untraced,
		openHost: () => Promise.reject(new Error('There is no stage.')),
		onEvent: ({ kind }) => told.push(kind),
	});
	await session.visit('host', console);
	expect(told).toEqual([]);
});

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) {
		await new Promise(setImmediate);
	}
}
