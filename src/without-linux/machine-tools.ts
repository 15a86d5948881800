import type { Machine, MachineTool } from './found.ts';

/** How one program that keeps Linux machines is talked to. */
export type MachineProgram = {
	/** What people call it. */
	readonly title: string;
	readonly file: string;
	/** Asks whether it runs at all, where asking for its machines would start it. */
	readonly status?: readonly string[];
	/** Asks which machines there are. */
	readonly list: readonly string[];
	readonly parse: (text: string) => readonly Listed[];
	/** Before the words of a command that is to run in a machine. */
	readonly enter: (name: string) => readonly string[];
	/** Undefined where a machine starts when it is entered. */
	readonly start: ((name: string) => readonly string[]) | undefined;
};

export type Listed = Pick<Machine, 'name' | 'state'>;

export const machinePrograms: Readonly<Record<MachineTool, MachineProgram>> = {
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

export const machineTools = Object.keys(machinePrograms) as MachineTool[];

/** A list of objects, one object, or an object with a `list`; each with a name and a state. */
function readEntries(text: string): readonly Listed[] {
	const value = parseJson(text);
	const list = isObject(value) && Array.isArray(value['list']) ? value['list'] : [value].flat();
	return list.filter(isObject).flatMap((entry) => {
		const { name, state, status = state } = entry;
		if (typeof name !== 'string' || typeof status !== 'string') return [];
		return [{ name, state: /^running$/i.test(status) ? 'running' : 'stopped' } as const];
	});
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}

/**
 * `* Ubuntu   Running   2` in each line after the heading. The state is in the language of Windows and
 * is not needed, because a machine starts when it is entered; version 1 imitates a kernel. The machines
 * that Docker, Podman and Rancher keep for themselves are not for entering.
 */
function readWslTable(text: string): readonly Listed[] {
	return text.split('\n').flatMap((line) => {
		const [, name = '', version] = /^[* ]+(\S+)\s.*\s([12])\s*$/.exec(line) ?? [];
		if (version === undefined || /^(docker-desktop|podman-|rancher-desktop)/.test(name)) return [];
		return [{ name, state: version === '2' ? 'running' : 'no-kernel' } as const];
	});
}
