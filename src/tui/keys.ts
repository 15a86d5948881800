import { textOfKey } from './key-names.ts';

export type Action =
	| 'forward'
	| 'answer'
	| 'edit'
	| 'hint'
	| 'prove'
	| 'calls'
	| 'back'
	| 'up'
	| 'down'
	| 'page-up'
	| 'page-down'
	| 'first'
	| 'last'
	| 'pane'
	| 'unfold'
	| 'copy'
	| 'jump'
	| 'type'
	| 'erase'
	| 'skip'
	| 'reset'
	| 'install'
	| 'visit'
	| 'start-over'
	| 'review'
	| 'lessons'
	| 'close'
	| 'keys'
	| 'stop'
	| 'quit';

export type Binding = {
	readonly action: Action;
	readonly keys: readonly string[];
	/** How the bottom line calls it. */
	readonly short: string;
	readonly meaning: string;
};

/** Every key of the walkthrough, in the order of the bottom line. */
export const bindings: readonly Binding[] = [
	{
		action: 'forward',
		keys: ['Enter', '→', 'Space'],
		short: 'Enter',
		meaning: 'Read on, run what is shown, go on to the next step',
	},
	{
		action: 'answer',
		keys: ['a', 'b', 'c', 'd'],
		short: 'a b …',
		meaning: 'Answer a question',
	},
	{
		action: 'edit',
		keys: ['e'],
		short: 'e',
		meaning:
			'Change the command before it runs, where a step asks for that; Enter runs it, Esc puts it back',
	},
	{ action: 'hint', keys: ['h'], short: 'h', meaning: 'Show a hint, or the next one' },
	{
		action: 'prove',
		keys: ['p'],
		short: 'p',
		meaning: 'Prove it: read the files that what you were told rests on',
	},
	{
		action: 'calls',
		keys: ['u'],
		short: 'u',
		meaning: 'Look under the hood: the system calls that the step made',
	},
	{ action: 'close', keys: ['Esc'], short: 'Esc', meaning: 'Close this window' },
	{
		action: 'stop',
		keys: ['Ctrl-C'],
		short: 'Ctrl-C',
		meaning: 'Stop the running command; if there is none, quit',
	},
	{
		action: 'back',
		keys: ['←'],
		short: '←',
		meaning: 'Look at the step before; runs and undoes nothing',
	},
	{ action: 'up', keys: ['↑'], short: '↑↓', meaning: 'Scroll up; choose the one above' },
	{ action: 'down', keys: ['↓'], short: '↑↓', meaning: 'Scroll down; choose the one below' },
	{ action: 'page-up', keys: ['PgUp'], short: 'PgUp', meaning: 'Scroll up by a page' },
	{ action: 'page-down', keys: ['PgDn'], short: 'PgDn', meaning: 'Scroll down by a page' },
	{ action: 'first', keys: ['g', 'Home'], short: 'g', meaning: 'Go to the beginning' },
	{ action: 'last', keys: ['G', 'End'], short: 'G', meaning: 'Go to the end' },
	{
		action: 'pane',
		keys: ['Tab'],
		short: 'Tab',
		meaning: 'Scroll the other pane, where there are two',
	},
	{
		action: 'unfold',
		keys: ['o'],
		short: 'o',
		meaning: 'Show whole what is folded, or fold it again',
	},
	{
		action: 'copy',
		keys: ['y'],
		short: 'y',
		meaning: 'Copy the commands, the paths of a proof, or the system calls',
	},
	{
		action: 'jump',
		keys: ['j'],
		short: 'j',
		meaning: 'Go to a step of any lesson, by performing those before',
	},
	{
		action: 'type',
		keys: ['letters'],
		short: 'letters',
		meaning: 'Search, while a step to go to is chosen',
	},
	{
		action: 'erase',
		keys: ['Backspace', 'Delete'],
		short: 'Backspace',
		meaning: 'Erase the last letter of the search',
	},
	{
		action: 'skip',
		keys: ['s'],
		short: 's',
		meaning: 'Skip the step: it is performed, and not looked at',
	},
	{
		action: 'reset',
		keys: ['x'],
		short: 'x',
		meaning: 'Reset this step, this lesson or everything; says first what is lost',
	},
	{
		action: 'visit',
		keys: ['v'],
		short: 'v',
		meaning: 'Open a shell of your own in a terminal',
	},
	{
		action: 'install',
		keys: ['i'],
		short: 'i',
		meaning: 'Install what a lesson offers to install',
	},
	{
		action: 'start-over',
		keys: ['r'],
		short: 'r',
		meaning: 'Start the lesson over from its first step',
	},
	{
		action: 'review',
		keys: ['w'],
		short: 'w',
		meaning: 'In the list: ask again what surprised you on an earlier day',
	},
	{ action: 'lessons', keys: ['l'], short: 'l', meaning: 'Go to the list of lessons' },
	{ action: 'keys', keys: ['?'], short: '?', meaning: 'Show all keys' },
	{ action: 'quit', keys: ['q'], short: 'q', meaning: 'Clean up and quit' },
];

/** @param isTyping whether keys that write are text and nothing else */
export function actionOf(key: string, isTyping = false): Action | undefined {
	if (isTyping && textOfKey(key) !== undefined) {
		return 'type';
	}
	return bindings.find(({ keys }) => keys.includes(key))?.action;
}

/** All keys as a table in Markdown, for the README. */
export function keyTable(): string {
	const rows = bindings.map(
		({ keys, meaning }) => `| ${keys.map((key) => `\`${key}\``).join(' ')} | ${meaning} |`,
	);
	return ['| Key | What it does |', '| --- | --- |', ...rows].join('\n');
}
