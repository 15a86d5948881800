import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keepProgress } from '../../src/commands/progress-keeper.ts';
import type { EventOf } from '../../src/engine/words/event.ts';
import { noProgress, parseProgress, type Progress } from '../../src/progress/progress.ts';

let directory = '';

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'cuth-progress-'));
});

afterEach(() => {
	rmSync(directory, { recursive: true });
});

const open = () => keepProgress({ directory, owner: undefined }, noProgress);

function onDisk(): Progress {
	const read = parseProgress(readFileSync(join(directory, 'progress.json'), 'utf8'));
	if ('fault' in read) {
		throw new Error(`What was written cannot be read: ${read.fault}`);
	}
	return read;
}

test('the place, the answers and what is finished are kept as the lesson tells them', async () => {
	const keeper = open();
	keeper.watch(lessonStarted('leak'));
	keeper.watch(stepStarted('first', 0));
	keeper.watch({ kind: 'predicted', answer: 1 });
	keeper.watch(stepStarted('second', 1));
	await keeper.saved();
	expect(onDisk()).toMatchObject({
		lesson: 'leak',
		step: 'second',
		places: { leak: ['first', 'second'] },
		predictions: { 'leak/first': { said: 1, wasRight: true } },
	});

	keeper.watch({ kind: 'lesson-finished', lesson: 'leak' });
	await keeper.saved();
	expect(onDisk()).toMatchObject({ lesson: 'leak', finished: { leak: true } });
	expect(onDisk().places).toEqual({});
	expect(onDisk().step).toBeUndefined();
});

test('nothing that a lesson says while it is being left is kept, once everything is forgotten', async () => {
	const keeper = open();
	keeper.watch(lessonStarted('leak'));
	keeper.watch(stepStarted('first', 0));
	await keeper.forget(undefined);
	expect(onDisk()).toEqual(noProgress);

	keeper.watch({ kind: 'predicted', answer: 1 });
	keeper.watch(stepStarted('second', 1));
	keeper.watch({ kind: 'lesson-finished', lesson: 'leak' });
	await keeper.saved();
	expect(onDisk()).toEqual(noProgress);
});

test('of a lesson that is forgotten only the next beginning counts', async () => {
	const keeper = open();
	keeper.watch(lessonStarted('leak'));
	keeper.watch(stepStarted('first', 0));
	await keeper.forget('leak');
	keeper.watch(stepStarted('second', 1));
	expect(keeper.progress().places).toEqual({});

	keeper.watch(lessonStarted('leak'));
	keeper.watch(stepStarted('first', 0));
	expect(keeper.progress().places).toEqual({ leak: ['first'] });
	await keeper.saved();
});

test('the lesson that is open goes on when another one is forgotten', async () => {
	const keeper = open();
	keeper.watch(lessonStarted('leak'));
	await keeper.forget('chroot');
	keeper.watch(stepStarted('first', 0));
	expect(keeper.progress().places).toEqual({ leak: ['first'] });
	await keeper.saved();
});

function lessonStarted(lesson: string): EventOf<'lesson-started'> {
	const steps = ['first', 'second'].map((id) => ({ id, title: id }));
	const text = { title: lesson, intro: '', digest: '0123456789abcdef' };
	return { kind: 'lesson-started', lesson, number: 3, minutes: 4, steps, ...text };
}

function stepStarted(step: string, index: number): EventOf<'step-started'> {
	const question = {
		text: 'Which?',
		answers: [
			{ text: 'This.', isRight: false, reply: 'No.' },
			{ text: 'That.', isRight: true, reply: undefined },
		],
	};
	const text = { title: step, prose: '', commands: [], elsewhere: undefined };
	return { kind: 'step-started', step, index, question, ...text };
}
