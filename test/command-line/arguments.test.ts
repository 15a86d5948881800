import { expect, test } from '@jest/globals';
import { type Invocation, parseArguments } from '../../src/command-line/arguments.ts';
import { helpText } from '../../src/command-line/help.ts';

const usual = { plain: false, colour: true, motion: true, screenReader: false, ascii: false };
const run = {
	task: 'run',
	lessons: [],
	json: false,
	directory: undefined,
	record: undefined,
	trace: false,
};

test.each([
	['', { task: 'walkthrough', ...usual }],
	['--no-color --no-motion', { task: 'walkthrough', ...usual, colour: false, motion: false }],
	['--screen-reader --ascii', { task: 'walkthrough', ...usual, screenReader: true, ascii: true }],
	['run', { ...run, ...usual }],
	['run 3 chroot --plain', { ...run, lessons: ['3', 'chroot'], ...usual, plain: true }],
	['--json run', { ...run, json: true, ...usual }],
	[
		'run --lessons my/lessons --record=run.ndjson --json',
		{ ...run, json: true, directory: 'my/lessons', record: 'run.ndjson', ...usual },
	],
	['run 1 --trace', { ...run, lessons: ['1'], trace: true, ...usual }],
	['run --record=-odd-name', { ...run, record: '-odd-name', ...usual }],
	['list', { task: 'list', json: false, ...usual }],
	['doctor --json', { task: 'doctor', json: true, ...usual }],
	['cleanup', { task: 'cleanup', json: false, ...usual }],
	['replay run.ndjson', { task: 'replay', file: 'run.ndjson', json: false, ...usual }],
	['replay -- --json', { task: 'replay', file: '--json', json: false, ...usual }],
	['check', { task: 'check', directory: undefined, claims: false, ...usual }],
	['check --claims', { task: 'check', directory: undefined, claims: true, ...usual }],
	['export limits', { task: 'export', lesson: 'limits', ...usual }],
	['check lessons', { task: 'check', directory: 'lessons', claims: false, ...usual }],
	['--version', { task: 'version', ...usual }],
	['--help', { task: 'help', ...usual }],
	['-h', { task: 'help', ...usual }],
	['replay --help', { task: 'help', ...usual }],
] as [string, Invocation][])('`%s` is understood', (line, invocation) => {
	expect(parseArguments(split(line))).toEqual(invocation);
});

test.each([
	['--plian', 'There is no option --plian. Did you mean --plain?'],
	['run --recrod f', 'There is no option --recrod. Did you mean --record?'],
	['-x', /^There is no option -x\. There are --json, .*--help; see --help\.$/],
	['--toString', /^There is no option --toString\./],
	['relpay f', 'There is no command "relpay". Did you mean replay?'],
	[
		'dance',
		'There is no command "dance". There are run, list, doctor, replay, export, review, check, cleanup; see --help.',
	],
	['constructor', /^There is no command "constructor"\./],
	[
		'--json',
		'--json does not go with the walkthrough. It goes with `run`, `list`, `doctor`, `replay`, `cleanup`.',
	],
	['list --record f', '--record does not go with `list`. It goes with `run`.'],
	['run --record', '--record needs a value. Write `--record FILE`.'],
	['run --record --json', '--record needs a value. Write `--record FILE`.'],
	['run --lessons=', '--lessons needs a value. Write `--lessons DIR`.'],
	['run --plain=yes', '--plain takes no value. Leave out `=yes`.'],
	['run --json --plain', '--json and --plain are two ways to print the same. Choose one.'],
	['replay', '`replay` needs the recording to play. Write `replay FILE`.'],
	['replay a b', '"b" is one word too many. Write `replay FILE`.'],
	['export', '`export` needs a lesson, by number or name. Write `export LESSON`.'],
	['list 3', '"3" is one word too many. Write `list`.'],
])('`%s` is answered in a sentence', (line, sentence) => {
	expect(() => parseArguments(split(line))).toThrow(
		expect.objectContaining({ name: 'KnownError', exitCode: 2 }),
	);
	expect(() => parseArguments(split(line))).toThrow(sentence);
});

test('the help fits a terminal and shows every command and option', () => {
	const lines = helpText().split('\n');
	expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
	for (const word of [
		'run [LESSON…]',
		'replay FILE',
		'export LESSON',
		'check [DIR]',
		'--lessons DIR',
		'--no-motion',
	]) {
		expect(helpText()).toContain(word);
	}
});

function split(line: string): string[] {
	return line.split(' ').filter((word) => word !== '');
}
