import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import stripAnsi from 'strip-ansi';
import type { LessonEvent } from '../../src/engine/words/event.ts';
import { createPlainReporter } from '../../src/report/plain.ts';
import { run } from './fixtures/run.ts';

const page = readFileSync(new URL('fixtures/run.txt', import.meta.url), 'utf8');

test('a lesson at 80 columns reads as the page in fixtures/run.txt', () => {
	expect(tell(run, 80, false)).toBe(page);
});

test('a wide terminal has no wider lines', () => {
	expect(tell(run, 200, false)).toBe(page);
});

test('colours add nothing to the words', () => {
	const coloured = tell(run, 80, true);
	expect(coloured).not.toBe(page);
	const bare = stripAnsi(coloured).replace(/ +$/gm, '');
	expect(bare).toBe(page.replace(/ +$/gm, ''));
});

test('a wrong turn on purpose is not red; a step that failed is', () => {
	const red = '\u001B[31m';
	const [first = ''] = tell(run, 80, true).split('2 of 4');
	expect(first).toContain('exit 127');
	expect(first).not.toContain(red);
	expect(tell(run, 80, true)).toContain(`${red}\u001B[1m✗ Failed.`);
});

test.each([20, 40, 60])(
	'at %i columns only commands, their output and what was read are wider',
	(columns) => {
		const typed =
			/^ +(host|container-1) |^ +[│└]|^ +(chroot my-container bash|sudo npx .* run 6)$|^ +→ /;
		const wide = tell(run, columns, false)
			.split('\n')
			.filter((line) => stringWidth(line) > columns && !typed.test(line));
		expect(wide).toEqual([]);
	},
);

test('a command is on the page before it has run, and its output as it comes', () => {
	const report = createPlainReporter({ columns: 80, colour: false });
	const terminal = 'host';
	expect(report({ kind: 'command-started', terminal, text: 'ls', directory: '' })).toBe(
		'  host  sandbox# ls\n',
	);
	expect(report({ kind: 'output', terminal, text: 'on' })).toBe('  │ on');
	expect(report({ kind: 'output', terminal, text: 'e\ntwo\n' })).toBe('e\n  │ two\n');
	expect(report({ kind: 'output', terminal, text: 'three' })).toBe('  │ three');
	const exited = { kind: 'command-exited', terminal, exit: 1, dropped: 0, seconds: 0 } as const;
	expect(report({ ...exited, shell: 'left' })).toBe('\n  └ exit 1, back in the shell outside\n');
});

test('a second lesson begins with air, and counts anew', () => {
	const [lesson] = tell([...run, ...run], 80, false)
		.split('Lesson 1: ')
		.slice(1);
	expect(lesson).toMatch(/^2 steps passed, 1 failed, 1 skipped\n\n\n1 {2}A root of its own/);
	expect(tell([...run, ...run], 80, false)).toMatch(/2 steps passed, 1 failed, 1 skipped\n$/);
});

test('what was read from JSON, where undefined is left out, reads the same', () => {
	const read = JSON.parse(JSON.stringify(run)) as LessonEvent[];
	expect(tell(read, 80, false)).toBe(page);
});

function tell(events: readonly LessonEvent[], columns: number, colour: boolean): string {
	return events.map(createPlainReporter({ columns, colour })).join('');
}
