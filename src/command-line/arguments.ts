import { parseArgs } from 'node:util';
import {
	type CommandName,
	commands,
	commonOptions,
	type OptionName,
	options,
	walkthroughOptions,
} from './commands.ts';
import { nearest } from './nearest.ts';

/** What the command line asks for. */
export type Mode = Task & {
	/** Lines of text only, even on a terminal. */
	readonly plain: boolean;
	/** False where colours are refused; NO_COLOR and pipes are the caller's affair. */
	readonly colour: boolean;
	/** False where nothing may move by itself. */
	readonly motion: boolean;
	/** The file to which what happens is added, as Markdown. */
	readonly transcript?: string | undefined;
	/** Lines in reading order in place of screens. */
	readonly screenReader: boolean;
	/** No character beyond ASCII. */
	readonly ascii: boolean;
};

export type Task =
	| { readonly task: 'walkthrough' }
	| {
			readonly task: 'run';
			/** Numbers or ids; none means all. */
			readonly lessons: readonly string[];
			readonly json: boolean;
			/** Undefined for the lessons that come with the program. */
			readonly directory: string | undefined;
			/** The file to record to. */
			readonly record: string | undefined;
			/** Also tell what each step asks of the kernel. */
			readonly trace: boolean;
	  }
	| { readonly task: 'list' | 'doctor' | 'cleanup'; readonly json: boolean }
	| { readonly task: 'replay'; readonly file: string; readonly json: boolean }
	| { readonly task: 'export'; readonly lesson: string }
	| {
			readonly task: 'check';
			readonly directory: string | undefined;
			/** Also list what neither the run nor a source carries. */
			readonly claims: boolean;
	  }
	| { readonly task: 'review' | 'help' | 'version' };

/** What is wrong with the command line, in sentences. The exit code for it is 2. */
export class UsageError extends Error {}

/**
 * @param words the command line without `node` and the program
 * @throws {UsageError}
 */
export function parseArguments(words: readonly string[]): Mode {
	const { given, operands } = readWords(words);
	const flags = {
		plain: given.has('plain'),
		colour: !given.has('no-color'),
		motion: !given.has('no-motion'),
		transcript: given.get('transcript'),
		screenReader: given.has('screen-reader'),
		ascii: given.has('ascii'),
	};
	if (given.has('help')) return { task: 'help', ...flags };
	if (given.has('version')) return { task: 'version', ...flags };
	const [word, ...rest] = operands;
	const command = word === undefined ? undefined : commandNamed(word);
	refuseStrangers(command, given, rest);
	return { ...taskFor(command, given, rest), ...flags };
}

/** The options that were given, with their values. */
type Given = ReadonlyMap<OptionName, string>;

function readWords(words: readonly string[]): { given: Given; operands: readonly string[] } {
	// Not strict, because its messages are for programmers.
	const { tokens, positionals } = parseArgs({
		args: [...words],
		options: parseArgsOptions,
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	const given = new Map<OptionName, string>();
	for (const token of tokens) {
		if (token.kind !== 'option') continue;
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
	if (isOption(name)) return name;
	throw new UsageError(`There is no option ${typed}. ${suggest(name, Object.keys(options), '--')}`);
}

function valueOf(name: OptionName, value: string | undefined, isInline: boolean): string {
	const wanted = options[name].value;
	if (wanted === undefined) {
		if (value === undefined) return '';
		throw new UsageError(`--${name} takes no value. Leave out \`=${value}\`.`);
	}
	if (value === undefined || value === '' || (value.startsWith('-') && !isInline)) {
		throw new UsageError(`--${name} needs a value. Write \`--${name} ${wanted}\`.`);
	}
	return value;
}

function commandNamed(word: string): CommandName {
	if (isCommand(word)) return word;
	throw new UsageError(
		`There is no command "${word}". ${suggest(word, Object.keys(commands), '')}`,
	);
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
		throw new UsageError(
			`--${stranger} does not go with ${command === undefined ? 'the walkthrough' : `\`${command}\``}. ` +
				`It goes with ${home.join(', ')}.`,
		);
	}
	if (given.has('json') && given.has('plain')) {
		throw new UsageError('--json and --plain are two ways to print the same. Choose one.');
	}
	if (command !== undefined && operands.length > commands[command].most) {
		const extra = operands[commands[command].most] ?? '';
		const usage = `${command} ${commands[command].operands}`.trim();
		throw new UsageError(`"${extra}" is one word too many. Write \`${usage}\`.`);
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
): Task {
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
				throw new UsageError('`replay` needs the recording to play. Write `replay FILE`.');
			}
			return { task: 'replay', file: operand, json };
		case 'export':
			if (operand === undefined) {
				throw new UsageError('`export` needs a lesson, by number or name. Write `export LESSON`.');
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

function suggest(word: string, words: readonly string[], before: string): string {
	const near = nearest(word, words);
	if (near !== undefined) return `Did you mean ${before}${near}?`;
	return `There are ${words.map((one) => before + one).join(', ')}; see --help.`;
}

function isOption(name: string): name is OptionName {
	return Object.hasOwn(options, name);
}

function isCommand(word: string): word is CommandName {
	return Object.hasOwn(commands, word);
}
