/**
 * The commands by their words, which are a contract: scripts depend on them. The help is made from
 * this table, too.
 */
export const commands = {
	run: {
		operands: '[LESSON…]',
		most: Infinity,
		options: ['json', 'lessons', 'record', 'trace', 'transcript'],
		help: 'run these lessons, or all, without questions',
	},
	list: { operands: '', most: 0, options: ['json'], help: 'lessons, and what can run here' },
	doctor: {
		operands: '',
		most: 0,
		options: ['json'],
		help: 'what this machine can do, what is missing and how to get it',
	},
	replay: {
		operands: 'FILE',
		most: 1,
		options: ['json', 'transcript'],
		help: 'play a recording',
	},
	export: {
		operands: 'LESSON',
		most: 1,
		options: [],
		help: 'print a lesson, or `container`, as a script of its own',
	},
	review: {
		operands: '',
		most: 0,
		options: [],
		help: 'ask again what surprised you on an earlier day',
	},
	check: {
		operands: '[DIR]',
		most: 1,
		options: ['claims'],
		help: 'look for mistakes in lessons',
	},
	cleanup: { operands: '', most: 0, options: ['json'], help: 'remove what a crashed run left' },
} as const satisfies Readonly<Record<string, CommandEntry>>;

/**
 * The options; those that no command lists go with every one. `value` is the help's word for what
 * follows an option.
 */
export const options = {
	json: { value: undefined, help: 'JSON instead of text' },
	lessons: { value: 'DIR', help: 'take the lessons from there' },
	record: { value: 'FILE', help: 'also write a recording, for replay' },
	trace: { value: undefined, help: 'also tell what each step asks of the kernel' },
	claims: { value: undefined, help: 'also list what a lesson says and nothing carries' },
	transcript: { value: 'FILE', help: 'also add to a page of Markdown' },
	plain: { value: undefined, help: 'lines of text only, as for a pipe' },
	'screen-reader': {
		value: undefined,
		help: 'lines in reading order, each written once',
	},
	ascii: {
		value: undefined,
		help: 'no character beyond ASCII',
	},
	'no-color': { value: undefined, help: 'no colours, as with NO_COLOR' },
	'no-motion': { value: undefined, help: 'nothing on the screen moves by itself' },
	version: { value: undefined, help: 'print the version' },
	help: { value: undefined, help: 'print this' },
} as const satisfies Readonly<Record<string, OptionEntry>>;

/** The options of the walkthrough, which has no word of its own. */
export const walkthroughOptions = ['transcript'] as const;

/** The options that go with every command. */
export const commonOptions = [
	'plain',
	'screen-reader',
	'ascii',
	'no-color',
	'no-motion',
	'version',
	'help',
] as const;

/** The word of a command. */
export type CommandName = keyof typeof commands;
/** An option, without its `--`. */
export type OptionName = keyof typeof options;

type CommandEntry = {
	/** The operands, as the help shows them. */
	readonly operands: string;
	/** The number of operands it takes at most. */
	readonly most: number;
	/** The options besides the common ones. */
	readonly options: readonly string[];
	readonly help: string;
};

type OptionEntry = { readonly value: string | undefined; readonly help: string };
