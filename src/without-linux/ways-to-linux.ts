import { isNewEnough, oldestVersion } from '../command-line/preflight.ts';
import { containerCommand } from './container-command.ts';
import type { ContainerTool, FoundLinux, LinuxMachine } from './found.ts';
import { machinePrograms } from './machine-tools.ts';

/** What can be done on a machine without a Linux kernel of its own. */
export type WaysToLinux = {
	/**
	 * The commands that run the walkthrough as they are, the most suitable first; at most nine, with
	 * a digit for each.
	 */
	readonly ready: readonly WayToLinux[];
	/** What is nearly there, or how to get something. */
	readonly advice: readonly Suggestion[];
};

/** A command that runs the walkthrough on Linux, and what it uses. */
export type WayToLinux = { readonly title: string; readonly command: readonly string[] };

/** A sentence or two, and the command that they are about. */
type Suggestion = { readonly text: string; readonly command?: readonly string[] };

/**
 * Returns what can be done with what was found.
 * @param words The words that the program was called with, which are passed on.
 */
export function waysToLinux(
	found: FoundLinux,
	platform: string,
	words: readonly string[],
): WaysToLinux {
	const program = ['npx', '-y', 'containers-under-the-hood', ...words].join(' ');
	const advice = [
		...found.engines.flatMap((engine) => adviceOnEngine(engine, found, platform)),
		...found.machines.flatMap((machine) => adviceOnMachine(machine)),
	];
	const ready = [
		...found.engines
			.filter(({ state }) => state === 'ready')
			.map(({ tool }) => ({
				title: `${engineTitles[tool]}, in a container that is removed afterwards`,
				command: containerCommand(tool, program),
			})),
		...found.machines.filter(isReady).map((machine) => wayThroughMachine(machine, program)),
	];
	const hasAny = ready.length + advice.length > 0;
	return { ready: ready.slice(0, 9), advice: hasAny ? advice : [wayToGet(platform)] };
}

const engineTitles = { docker: 'Docker', podman: 'Podman' } as const;

function adviceOnEngine(
	{ tool, state }: ContainerTool,
	{ starters }: FoundLinux,
	platform: string,
): readonly Suggestion[] {
	const title = engineTitles[tool];
	switch (state) {
		case 'ready':
			return [];
		case 'silent':
			return [{ text: `${title} is installed, but does not answer. It may be about to start.` }];
		case 'not-linux':
			return [
				{ text: `${title} runs Windows containers now. Its menu can switch to Linux containers.` },
			];
		case 'empty':
			return [
				{
					text: `${title} is installed, but has no machine yet. This makes one and starts it:`,
					command: ['podman', 'machine', 'init', '--now'],
				},
			];
		case 'stopped':
			return [startEngine(tool, starters, platform)];
	}
}

function startEngine(
	tool: ContainerTool['tool'],
	starters: FoundLinux['starters'],
	platform: string,
): Suggestion {
	const why = `${engineTitles[tool]} is installed, but does not run.`;
	const [starter] = starters;
	if (tool === 'podman') {
		return { text: `${why} This starts it:`, command: ['podman', 'machine', 'start'] };
	}

	if (starter !== undefined) {
		return { text: `${why} This starts it:`, command: [starter, 'start'] };
	}

	return platform === 'darwin'
		? { text: `${why} This starts it:`, command: ['open', '-a', 'Docker'] }
		: { text: `${why} Start Docker Desktop.` };
}

function isReady({ state, node }: LinuxMachine): boolean {
	return state === 'running' && node !== undefined && isNewEnough(node);
}

function wayThroughMachine(machine: LinuxMachine, program: string): WayToLinux {
	const { file, enter } = machinePrograms[machine.tool];
	return {
		title: nameOf(machine),
		command: [file, ...enter(machine.name), 'bash', '-ic', program],
	};
}

function adviceOnMachine(machine: LinuxMachine): readonly Suggestion[] {
	const { file, start } = machinePrograms[machine.tool];
	const { name, state, node } = machine;
	if (isReady(machine)) {
		return [];
	}
	if (state === 'no-kernel') {
		const text = `${nameOf(machine)} has no Linux kernel, because it is of version 1. This changes it:`;
		return [{ text, command: [file, '--set-version', name, '2'] }];
	}

	if (state === 'stopped' && start) {
		return [
			{ text: `${nameOf(machine)} does not run. This starts it:`, command: [file, ...start(name)] },
		];
	}

	const has = node === undefined ? 'no Node.js' : `Node.js ${node}, which is too old`;
	return [
		{
			text: `${nameOf(machine)} has ${has}. Install ${oldestVersion} or newer in it: https://nodejs.org/en/download`,
		},
	];
}

function nameOf({ tool, name }: LinuxMachine): string {
	return `The Linux system “${name}” in ${machinePrograms[tool].title}`;
}

function wayToGet(platform: string): Suggestion {
	const nothing = 'Nothing that runs Linux was found here.';
	if (platform === 'win32') {
		return {
			text: `${nothing} This installs WSL, a Linux system in Windows; it then needs Node.js:`,
			command: ['wsl', '--install'],
		};
	}

	const examples =
		platform === 'darwin' ? 'Docker Desktop, OrbStack, Podman or Lima' : 'Docker or Lima';
	return { text: `${nothing} ${examples} would do: install one, and start again.` };
}
