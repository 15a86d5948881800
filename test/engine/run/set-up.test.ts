import { expect, test } from '@jest/globals';
import { commandOf, lessonOf, stepOf } from '../fixtures/lessons.ts';
import { brief, eventsOf } from '../fixtures/run.ts';
import { createScriptedHost } from '../fixtures/scripted-host.ts';

test('sets up before the first step that does something, and says only what', async () => {
	const { host, typed } = createScriptedHost({ 'mkdir jail': { prints: 'noise' } });
	const steps = [
		stepOf('tell'),
		stepOf('do', { commands: [commandOf('ls')] }),
		stepOf('more', { commands: [commandOf('ls')] }),
	];
	const setup = [commandOf('mkdir jail'), commandOf('cd jail', 'container-1')];
	const events = await eventsOf(lessonOf(steps, setup), host);
	expect(brief(events).slice(0, 7)).toEqual([
		'lesson-started',
		'step tell',
		'passed',
		'setup mkdir jail; cd jail',
		'step do',
		'before',
		'host$ ls',
	]);
	expect(typed()).toEqual(['host: mkdir jail', 'container-1: cd jail', 'host: ls', 'host: ls']);
});

test('a setting up that fails shows the command and fails all steps it was for', async () => {
	const { host, typed } = createScriptedHost({ 'cp bash jail': { exit: 1, prints: 'no bash\n' } });
	const steps = [
		stepOf('one', { commands: [commandOf('ls')] }),
		stepOf('skipped', { commands: [commandOf('ls')], needs: ['limits'] }),
		stepOf('two', { commands: [commandOf('ls')] }),
	];
	const setup = ['mkdir jail', 'cp bash jail', 'cp ls jail'].map((text) => commandOf(text));
	const why =
		'failed: The state this lesson starts from could not be built: `cp bash jail` exited with 1, and should have exited with 0.';
	expect(brief(await eventsOf(lessonOf(steps, setup), host))).toEqual([
		'lesson-started',
		'setup mkdir jail; cp bash jail; cp ls jail',
		'step one',
		'host$ cp bash jail',
		'prints no bash\n',
		'exit 1',
		why,
		'step skipped',
		'skipped: No limits here.',
		'step two',
		why,
		'lesson-finished',
	]);
	expect(typed()).toEqual(['host: mkdir jail', 'host: cp bash jail']);
});

test('a setting up that asks for what is not there fails with that', async () => {
	const { host } = createScriptedHost();
	const lesson = lessonOf(
		[stepOf('one', { commands: [commandOf('ls')] })],
		[commandOf('kill {{pid of ps}}')],
	);
	expect(brief(await eventsOf(lesson, host)).slice(1)).toEqual([
		'setup kill <pid of ps>',
		'step one',
		'failed: The state this lesson starts from could not be built: No process "ps" runs on the stage.',
		'lesson-finished',
	]);
});
