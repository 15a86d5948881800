import type { LinuxMachine, LinuxMachineTool } from './found.ts';
import { parseJson } from '../text/parse-json.ts';

/** How to use one program that keeps Linux machines. */
export type MachineProgram = {
	/** The name by which people call it. */
	readonly title: string;
	readonly file: string;
	/** The words that ask whether it runs at all, where asking for its machines would start it. */
	readonly status?: readonly string[];
	/** The words that ask which machines there are. */
	readonly list: readonly string[];
	readonly parse: (text: string) => readonly Listed[];
	/** Returns the words before a command that is to run in a machine. */
	readonly enter: (name: string) => readonly string[];
	/**
	 * Returns the words that start a machine; undefined where a machine starts when it is entered.
	 */
	readonly start: ((name: string) => readonly string[]) | undefined;
};

/** What a list of machines tells about one. */
export type Listed = Pick<LinuxMachine, 'name' | 'state'>;

/** How to use each program. */
export const machinePrograms: Readonly<Record<LinuxMachineTool, MachineProgram>> = {
	lima: {
		title: 'Lima',
		file: 'limactl',
		list: ['list', '--json'],
		parse: (text) => text.split('\n').flatMap((line) => readEntries(line)),
		enter: (name) => ['shell', name],
		start: (name) => ['start', name],
	},
	orbstack: {
		title: 'OrbStack',
		file: 'orb',
		status: ['status'],
		list: ['list', '--format', 'json'],
		parse: readEntries,
		enter: (name) => ['-m', name],
		start: (name) => ['start', name],
	},
	multipass: {
		title: 'Multipass',
		file: 'multipass',
		list: ['list', '--format', 'json'],
		parse: readEntries,
		enter: (name) => ['exec', name, '--'],
		start: (name) => ['start', name],
	},
	wsl: {
		title: 'WSL',
		file: 'wsl.exe',
		list: ['-l', '-v'],
		parse: readWslTable,
		enter: (name) => ['-d', name, '--'],
		start: undefined,
	},
};

/** The names of the programs. */
export const machineTools = Object.keys(machinePrograms) as LinuxMachineTool[];

/** Reads a list of objects, one object, or an object with a `list`; each has a name and a state. */
function readEntries(text: string): readonly Listed[] {
	const value = parseJson(text);
	const list = isObject(value) && Array.isArray(value['list']) ? value['list'] : [value].flat();
	return list.filter(isObject).flatMap((entry) => {
		const { name, state, status = state } = entry;
		if (typeof name !== 'string' || typeof status !== 'string') {
			return [];
		}
		return [{ name, state: /^running$/i.test(status) ? 'running' : 'stopped' } as const];
	});
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}

/**
 * Reads the table of `wsl.exe --list`, with `* Ubuntu   Running   2` in each line after the
 * heading. The state is in the language of Windows and is not needed, because a machine starts when
 * it is entered; version 1 imitates a kernel. The machines that Docker, Podman and Rancher keep for
 * themselves are not for entering.
 */
function readWslTable(text: string): readonly Listed[] {
	return text.split('\n').flatMap((line) => {
		const [, name = '', version] = /^[* ]+(\S+)\s.*\s([12])\s*$/.exec(line) ?? [];
		if (version === undefined || /^(docker-desktop|podman-|rancher-desktop)/.test(name)) {
			return [];
		}
		return [{ name, state: version === '2' ? 'running' : 'no-kernel' } as const];
	});
}
