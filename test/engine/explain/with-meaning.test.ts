import { expect, test } from '@jest/globals';
import { commandOf, expectationsOf, lessonOf, stepOf } from '../fixtures/lessons.ts';
import { brief, eventsOf } from '../fixtures/run.ts';
import { createScriptedHost } from '../fixtures/scripted-host.ts';

const script = {
	'chroot jail': {
		exit: 127,
		prints: "chroot: failed to run command 'bash': No such file or directory\n",
	},
	'unshare --pid bash': { exit: 254, prints: 'bash: fork: Cannot allocate memory\n' },
	'ldd a': { exit: 0, prints: '\tlibmiss.so => not found\n' },
};

async function outcomeOf(commands: readonly string[], ...expectations: readonly string[]) {
	const step = stepOf('step', {
		commands: commands.map((text) => commandOf(text)),
		expectations: expectationsOf(...expectations),
	});
	const { host } = createScriptedHost(script);
	return brief(await eventsOf(lessonOf([step]), host)).at(-2);
}

test('an unexpected failure ends with what it usually means', async () => {
	expect(await outcomeOf(['unshare --pid bash'])).toMatch(
		/^failed: .* should have exited with 0\. This usually means: The first process of the PID namespace/,
	);
});

test('a failure that the lesson expects is none, and is not explained', async () => {
	expect(await outcomeOf(['chroot jail'], 'exit 127')).toBe('passed');
	expect(await outcomeOf(['chroot jail'], 'exit 127', 'file jail exists')).toMatch(
		/^failed: Expected: file jail exists\. Seen: [^.]*\.$/,
	);
});

test('what was said in another way than expected is explained, whatever the exit code', async () => {
	expect(await outcomeOf(['chroot jail'], 'exit 127', 'output contains loader')).toMatch(
		/^failed: Expected: output contains loader\. .* This usually means: The root was changed/,
	);
	expect(await outcomeOf(['ldd a', 'ls'], 'file b exists')).toMatch(
		/This usually means: The host itself does not have the library libmiss\.so/,
	);
});

test('a setting up that fails says what that usually means', async () => {
	const { host } = createScriptedHost(script);
	const lesson = lessonOf(
		[stepOf('step', { commands: [commandOf('ls')] })],
		[commandOf('unshare --pid bash')],
	);
	expect(brief(await eventsOf(lesson, host)).at(-2)).toMatch(
		/could not be built: .* This usually means: The first process/,
	);
});
