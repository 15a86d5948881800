import type { Command, Lesson, Step } from '../lesson.ts';
import { simpleCommands } from './shell-words.ts';

/** A command, and the shell that reads it. */
export type PlacedCommand = { readonly command: Command } & Shell;

/** The shell that reads a command. */
export type Shell = {
	/** Whether its `/` is a container's. */
	readonly jailed: boolean;
	/** Whether it has a network namespace of its own, so that no connection leaves the machine. */
	readonly isAlone: boolean;
};

/**
 * Returns the commands of a lesson with the shells that read them, from the setup to the last step;
 * follows the shells that are entered and left in each terminal.
 */
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
		} else if (/^exit\b/.test(command.text)) {
			shells.set(command.terminal, stack.slice(0, -1));
		}
		return { command, ...around };
	});
}

/**
 * Returns which shell reads the next line: one in a container (`jail`), another one where the last
 * one was (`shell`), or the same as before (`none`).
 */
function entered(text: string): 'jail' | 'shell' | 'none' {
	const words = simpleCommands(text).at(-1)?.words ?? [];
	const [program = ''] = words;
	const last = words.at(-1) ?? '';
	const joins = program === 'nsenter';
	const opens =
		/^(.*\/)?(ba|da)?sh$/.test(last) ||
		words.at(-2) === 'chroot' ||
		(joins && last.startsWith('-'));
	if (!starters.has(program) || !opens) {
		return 'none';
	}
	return joins || words.some((word) => /^(chroot|-R|--root(=.*)?)$/.test(word)) ? 'jail' : 'shell';
}

/** The programs that may start a shell; `cp /bin/bash …/bash` ends in the name of one, too. */
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

/** Whether a command must fail, so that it enters no shell. */
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
