import type { Command, Lesson, Step } from '../lesson.ts';
import { simpleCommands } from './shell-words.ts';

/** A command, and the shell that reads it. */
export type PlacedCommand = { readonly command: Command } & Shell;

export type Shell = {
	/** `/` is a container's. */
	readonly jailed: boolean;
	/** It has a network namespace of its own, so that no connection leaves the machine. */
	readonly isAlone: boolean;
};

/** Follows the shells that are entered and left in each terminal, from the setup to the last step. */
export function placeCommands({ setup, steps }: Lesson): readonly PlacedCommand[] {
	const shells = new Map<string, readonly Shell[]>();
	const typed = [
		...setup.map((command) => ({ command, entered: entered(command.text) })),
		...steps.flatMap((step) =>
			step.commands.map((command) => ({
				command,
				entered: isToFail(step, command) ? 'none' : entered(command.text),
			})),
		),
	];
	return typed.map(({ command, entered: shell }) => {
		const stack = shells.get(command.terminal) ?? [];
		const around = stack.at(-1) ?? { jailed: false, isAlone: false };
		if (shell !== 'none') {
			const jailed = around.jailed || shell === 'jail';
			const isAlone = around.isAlone || /\bunshare\b.* --net\b/.test(command.text);
			shells.set(command.terminal, [...stack, { jailed, isAlone }]);
		} else if (/^exit\b/.test(command.text)) shells.set(command.terminal, stack.slice(0, -1));
		return { command, ...around };
	});
}

/** Which shell reads the next line: one in a container, one more where we are, or the same as before. */
function entered(text: string): 'jail' | 'shell' | 'none' {
	const words = simpleCommands(text).at(-1)?.words ?? [];
	const [program = ''] = words;
	const last = words.at(-1) ?? '';
	const joins = program === 'nsenter';
	const opens =
		/^(.*\/)?(ba|da)?sh$/.test(last) ||
		words.at(-2) === 'chroot' ||
		(joins && last.startsWith('-'));
	if (!starters.has(program) || !opens) return 'none';
	return joins || words.some((word) => /^(chroot|-R|--root(=.*)?)$/.test(word)) ? 'jail' : 'shell';
}

/** `cp /bin/bash …/bash` ends in the name of a shell, too. */
const starters = new Set([
	'bash',
	'chroot',
	'cgexec',
	'env',
	'exec',
	'nsenter',
	'setpriv',
	'sh',
	'unshare',
]);

/** No shell is entered by a command that must fail. */
function isToFail({ commands, expectations }: Step, command: Command): boolean {
	return expectations.some(
		(expected) =>
			expected.kind === 'exit' &&
			expected.code !== 0 &&
			(expected.command === undefined
				? commands.at(-1) === command
				: command.text.startsWith(expected.command)),
	);
}
