import { parseArgs } from 'node:util';
import {
	type CommandName,
	commands,
	commonOptions,
	type OptionName,
	options,
	walkthroughOptions,
} from './commands.ts';
import { KnownError } from '../text/known-error.ts';
import { nearest } from './nearest.ts';

/** What the command line asks for. */
export type Invocation = CommandArguments & {
	/** Whether there are lines of text only, even on a terminal. */
	readonly plain: boolean;
	/** False where colours are refused; NO_COLOR and pipes are left to the caller. */
	readonly colour: boolean;
	/** False where nothing may move by itself. */
	readonly motion: boolean;
	/** The path of the file to which the transcript is added, as Markdown. */
	readonly transcript?: string | undefined;
	/** Whether there are lines in reading order in place of screens. */
	readonly screenReader: boolean;
	/** Whether there is no character beyond ASCII. */
	readonly ascii: boolean;
};

type CommandArguments =
	| { readonly task: 'walkthrough' }
	| {
			readonly task: 'run';
			/** The numbers or ids of lessons; empty for all. */
			readonly lessons: readonly string[];
			readonly json: boolean;
			/** The path of their directory; undefined for the lessons that come with the program. */
			readonly directory: string | undefined;
			/** The path of the file to record to. */
			readonly record: string | undefined;
			/** Whether to tell as well what each step asks of the kernel. */
			readonly trace: boolean;
	  }
	| { readonly task: 'list' | 'doctor' | 'cleanup'; readonly json: boolean }
	| { readonly task: 'replay'; readonly file: string; readonly json: boolean }
	| { readonly task: 'export'; readonly lesson: string }
	| {
			readonly task: 'check';
			readonly directory: string | undefined;
			/** Whether to list as well what neither the run nor a source carries. */
			readonly claims: boolean;
	  }
	| { readonly task: 'review' | 'help' | 'version' };

/**
 * Parses the command line, such as `run 3 --plain`.
 * @param words The command line without `node` and the program.
 * @throws KnownError
 */
export function parseArguments(words: readonly string[]): Invocation {
	const { given, operands } = readWords(words);
	const flags = {
		plain: given.has('plain'),
		colour: !given.has('no-color'),
		motion: !given.has('no-motion'),
		transcript: given.get('transcript'),
		screenReader: given.has('screen-reader'),
		ascii: given.has('ascii'),
	};
	if (given.has('help')) {
		return { task: 'help', ...flags };
	}
	if (given.has('version')) {
		return { task: 'version', ...flags };
	}
	const [word, ...rest] = operands;
	const command = word === undefined ? undefined : commandNamed(word);
	refuseStrangers(command, given, rest);
	return { ...taskFor(command, given, rest), ...flags };
}

/** The options that were given, with their values. */
type Given = ReadonlyMap<OptionName, string>;

function readWords(words: readonly string[]): { given: Given; operands: readonly string[] } {
	// Parsing is not strict, because the messages of a strict one are for programmers.
	const { tokens, positionals } = parseArgs({
		args: [...words],
		options: parseArgsOptions,
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	const given = new Map<OptionName, string>();
	for (const token of tokens) {
		if (token.kind !== 'option') {
			continue;
		}
		const name = optionNamed(token.name, token.rawName);
		given.set(name, valueOf(name, token.value, token.inlineValue === true));
	}
	return { given, operands: positionals };
}

const parseArgsOptions = Object.fromEntries(
	Object.entries(options).map(([name, { value }]) => [
		name,
		{
			type: value === undefined ? 'boolean' : 'string',
			...(name === 'help' ? { short: 'h' } : {}),
		} as const,
	]),
);

function optionNamed(name: string, typed: string): OptionName {
	if (isOption(name)) {
		return name;
	}
	throw wrongUsage(`There is no option ${typed}.`, suggest(name, Object.keys(options), '--'));
}

function valueOf(name: OptionName, value: string | undefined, isInline: boolean): string {
	const wanted = options[name].value;
	if (wanted === undefined) {
		if (value === undefined) {
			return '';
		}
		throw wrongUsage(`--${name} takes no value.`, `Leave out \`=${value}\`.`);
	}
	if (value === undefined || value === '' || (value.startsWith('-') && !isInline)) {
		throw wrongUsage(`--${name} needs a value.`, `Write \`--${name} ${wanted}\`.`);
	}
	return value;
}

function commandNamed(word: string): CommandName {
	if (isCommand(word)) {
		return word;
	}
	throw wrongUsage(`There is no command "${word}".`, suggest(word, Object.keys(commands), ''));
}

function refuseStrangers(
	command: CommandName | undefined,
	given: Given,
	operands: readonly string[],
): void {
	const own: readonly OptionName[] =
		command === undefined ? walkthroughOptions : commands[command].options;
	const known: readonly OptionName[] = [...own, ...commonOptions];
	const stranger = [...given.keys()].find((name) => !known.includes(name));
	if (stranger !== undefined) {
		const home = commandsWith(stranger).map((name) => `\`${name}\``);
		throw wrongUsage(
			`--${stranger} does not go with ${command === undefined ? 'the walkthrough' : `\`${command}\``}.`,
			`It goes with ${home.join(', ')}.`,
		);
	}
	if (given.has('json') && given.has('plain')) {
		throw wrongUsage('--json and --plain are two ways to print the same.', 'Choose one.');
	}
	if (command !== undefined && operands.length > commands[command].most) {
		const extra = operands[commands[command].most] ?? '';
		const usage = `${command} ${commands[command].operands}`.trim();
		throw wrongUsage(`"${extra}" is one word too many.`, `Write \`${usage}\`.`);
	}
}

function commandsWith(option: OptionName): string[] {
	return Object.entries(commands)
		.filter(([, command]) => (command.options as readonly OptionName[]).includes(option))
		.map(([name]) => name);
}

function taskFor(
	command: CommandName | undefined,
	given: Given,
	operands: readonly string[],
): CommandArguments {
	const json = given.has('json');
	const [operand] = operands;
	switch (command) {
		case undefined:
			return { task: 'walkthrough' };
		case 'run':
			return {
				task: 'run',
				lessons: operands,
				json,
				directory: given.get('lessons'),
				record: given.get('record'),
				trace: given.has('trace'),
			};
		case 'replay':
			if (operand === undefined) {
				throw wrongUsage('`replay` needs the recording to play.', 'Write `replay FILE`.');
			}
			return { task: 'replay', file: operand, json };
		case 'export':
			if (operand === undefined) {
				throw wrongUsage('`export` needs a lesson, by number or name.', 'Write `export LESSON`.');
			}
			return { task: 'export', lesson: operand };
		case 'check':
			return { task: 'check', directory: operand, claims: given.has('claims') };
		case 'review':
			return { task: command };
		case 'list':
		case 'doctor':
		case 'cleanup':
			return { task: command, json };
	}
}

const wrongUsage = (reason: string, fix: string) => new KnownError(reason, { fix, exitCode: 2 });

function suggest(word: string, words: readonly string[], before: string): string {
	const near = nearest(word, words);
	if (near !== undefined) {
		return `Did you mean ${before}${near}?`;
	}
	return `There are ${words.map((one) => before + one).join(', ')}; see --help.`;
}

function isOption(name: string): name is OptionName {
	return Object.hasOwn(options, name);
}

function isCommand(word: string): word is CommandName {
	return Object.hasOwn(commands, word);
}
