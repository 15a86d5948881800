import { expect, test } from '@jest/globals';
import type { CommandState } from '../../src/engine/run/state.ts';
import { changeLines } from '../../src/tui/lines/change.ts';
import { commandLines } from '../../src/tui/lines/command.ts';
import { cut, hanging, justified, span, widthOf } from '../../src/tui/lines/line.ts';
import { expandTabs, outputLines } from '../../src/tui/lines/output.ts';
import { theme } from '../../src/tui/theme.ts';
import { textOf } from './walker.ts';

const drawing = { width: 41, boxes: true, unfolded: false, isRecorded: false, elapsed: 12 };

type Exited = NonNullable<CommandState['exited']>;

function ran(output: string, exited: Partial<Exited> | undefined): CommandState {
	const terminal = 'host';
	return {
		started: { kind: 'command-started', terminal, text: 'some command', directory: '/' },
		output,
		exited: exited && {
			kind: 'command-exited',
			terminal,
			exit: 0,
			shell: 'same',
			dropped: 0,
			seconds: 0.01,
			...exited,
		},
	};
}

const shown = (command: CommandState, phase: 'passed' | 'failed' | 'running' = 'passed') =>
	commandLines(command, phase, drawing).map(textOf);

test.each([
	['that succeeds', ran('', {}), ['/# some command                    exit 0']],
	[
		'that fails as expected',
		ran('no\n', { exit: 127 }),
		['/# some command', 'no', 'exit 127, as expected'],
	],
	[
		'that takes its time',
		ran('', { seconds: 2.345 }),
		['/# some command        exit 0 after 2.3 s'],
	],
	[
		'that starts a shell',
		ran('', { shell: 'entered' }),
		['/# some command                now inside'],
	],
	[
		'that ends a shell',
		ran('', { shell: 'left', exit: 1 }),
		['/# some command      exit 1, back outside'],
	],
	['that runs', ran('so far', undefined), ['/# some command', 'so far', '⋯ running, 12 s']],
	[
		'that printed too much',
		ran('a\n', { dropped: 7 }),
		['/# some command                    exit 0', 'a', '⋯ and 7 more lines, too many to keep'],
	],
])('a command %s', (_, command, lines) => {
	expect(shown(command)).toEqual(lines);
});

test('an exit code is never called expected in a step that failed or has not ended', () => {
	expect(shown(ran('', { exit: 1 }), 'failed').at(-1)).toBe('exit 1');
	expect(shown(ran('', { exit: 1 }), 'running').at(-1)).toBe('exit 1');
});

test('an ending that has no room beside its command stands below it', () => {
	expect(commandLines(ran('', {}), 'passed', { ...drawing, width: 18 }).map(textOf)).toEqual([
		'/# some command',
		'  exit 0',
	]);
});

test.each([
	['a\tb', 'a       b'],
	['\tb', '        b'],
	['12345678\tb', '12345678        b'],
	['no tab', 'no tab'],
])('tabs in %j', (line, expanded) => {
	expect(expandTabs(line)).toBe(expanded);
});

test('output fills rows to their end and keeps every space', () => {
	const lines = outputLines('  ab  cd   ef\n\nx', 0, 5, false).map(textOf);
	expect(lines).toEqual(['  ab ', ' cd  ', ' ef', '', 'x']);
	expect(outputLines('', 0, 5, false)).toEqual([]);
});

test('wide characters are counted as the terminal counts them', () => {
	for (const line of outputLines('容器容器容器', 0, 5, false)) {
		expect(widthOf(line)).toBeLessThanOrEqual(5);
	}
	expect(textOf(cut([span('容器容器')], 6))).toBe('容器…');
});

test('only long output is folded, and its first and last lines stay', () => {
	const numbers = (count: number) =>
		`${Array.from({ length: count }, (_, n) => n + 1).join('\n')}\n`;
	expect(outputLines(numbers(16), 0, 60, false)).toHaveLength(16);
	const folded = outputLines(numbers(100), 0, 60, false).map(textOf);
	expect(folded).toEqual([
		...['1', '2', '3', '4', '5'],
		'⋯ 86 more lines: press o to see them',
		...['92', '93', '94', '95', '96', '97', '98', '99', '100'],
	]);
	expect(outputLines(numbers(100), 0, 60, true)).toHaveLength(100);
});

test('text hangs below its own beginning, and both ends of a row need their room', () => {
	expect(hanging([span('✓ ')], 'one two three', 'plain', 9).map(textOf)).toEqual([
		'✓ one two',
		'  three',
	]);
	expect(textOf(justified([span('ab')], [span('c')], 6) ?? [])).toBe('ab   c');
	expect(justified([span('ab')], [span('cd')], 5)).toBeUndefined();
});

test('what changed has its sign beside its colour', () => {
	const rows = [
		{ sign: '+', subject: 'new', detail: '' },
		{ sign: '-', subject: 'old', detail: '' },
		{ sign: '~', subject: 'other', detail: 'was less' },
	] as const;
	const lines = changeLines([{ name: 'files', rows, unchanged: '' }], 60);
	const coloured = lines.flatMap((line) => line.filter(({ text }) => /^[+~-] $/.test(text)));
	expect(coloured.map(({ text, style }) => `${text}${style}`)).toEqual([
		'+ appeared',
		'- went',
		'~ changed',
	]);
});

test.each([
	['+', 'appeared'],
	['-', 'went'],
	['~', 'changed'],
] as const)('%s keeps its colour where it is too long for one line', (sign, colour) => {
	const rows = [{ sign, subject: 'my-container/lib/x86_64-linux-gnu', detail: '' }] as const;
	const lines = changeLines([{ name: 'files', rows, unchanged: '' }], 20);
	const styles = lines.slice(1).map((line) => line.at(-1)?.style);
	expect(styles.length).toBeGreaterThan(1);
	expect(new Set(styles)).toEqual(new Set([colour]));
});

test('what is said of a change, and what is unchanged, has no colour', () => {
	const rows = [
		{ sign: '-', subject: '12 bash', detail: 'container-1, and where it was' },
	] as const;
	const unchanged = '3 of ours, and 84 of the host';
	const lines = changeLines([{ name: 'files', rows, unchanged }], 20);
	const others = lines.flat().filter(({ text }) => /container|was|unchanged|84/.test(text));
	expect(new Set(others.map(({ style }) => style))).toEqual(new Set(['plain', 'dim']));
});

test('no text is blue, grey or bright, and no colour is fixed', () => {
	for (const { color } of Object.values(theme)) {
		expect(color ?? 'default').toMatch(/^(default|cyan|green|red|magenta)$/);
	}
});
