import { KnownError } from '../../text/known-error.ts';
import type { Fact } from '../../lesson/fact.ts';
import { fileSize, memorySize } from './amounts.ts';
import { groupAt, innermostShell, processesOf, trimPath } from '../words/look-up.ts';
import type { Group, Process, Snapshot } from '../words/snapshot.ts';

const code = 'UNKNOWN_FACT';

/** The error for a fact that a snapshot has no answer to. The message says what is not there. */
export const unknownFact = (message: string) => new KnownError(message, { code });

/** Whether this is such an error: the run then goes on, as the fact may be known later. */
export function isUnknownFact(error: unknown): error is KnownError {
	return error instanceof KnownError && error.code === code;
}

/**
 * Returns what a fact, written `{{…}}` in a lesson, stands for. Throws `unknownFact` where the
 * snapshot does not tell.
 */
export function factValue(fact: Fact, snapshot: Snapshot): string {
	switch (fact.kind) {
		case 'cores':
			return String(snapshot.machine.cores);
		case 'memory':
			return memorySize(snapshot.machine.memory);
		case 'kernel':
			return snapshot.machine.kernel;
		case 'other-processes':
			return String(snapshot.otherProcesses);
		case 'pid':
			return String(theProcess(snapshot, fact).pid);
		case 'inside-pid':
			return String(insidePid(theProcess(snapshot, fact)));
		case 'shell':
			return String(theShell(snapshot, fact.terminal).pid);
		case 'size':
			return fileSize(sum(filesBelow(snapshot, fact.path).map(({ size }) => size)));
		case 'files':
			return String(filesBelow(snapshot, fact.path).length);
		case 'loader':
			return theLoader(snapshot, fact.path);
		case 'throttled':
			return String(theController(snapshot, fact.group, 'cpu').throttled);
		case 'memory-used':
			return memorySize(theController(snapshot, fact.group, 'memory').usage);
		case 'killed':
			return String(theController(snapshot, fact.group, 'memory').killed);
	}
}

/** Returns the number of a process in its own PID namespace. */
export function insidePid({ pid, pids }: Process): number {
	return pids.at(-1) ?? pid;
}

type Wanted = { readonly command: string; readonly terminal: string | undefined };

function theProcess(snapshot: Snapshot, { command, terminal }: Wanted): Process {
	const found = processesOf(snapshot, command).filter(
		(process) => terminal === undefined || process.terminal === terminal,
	);
	const [process] = found;
	const where = terminal === undefined ? 'on the stage' : `in ${terminal}`;
	if (process === undefined) {
		throw unknownFact(`No process "${command}" runs ${where}.`);
	}

	if (found.length > 1) {
		throw unknownFact(
			`${found.length} processes "${command}" run ${where}, so it is not clear which is meant.`,
		);
	}

	return process;
}

function theShell(snapshot: Snapshot, terminal: string): Process {
	const shell = innermostShell(snapshot, terminal);
	if (shell === undefined) {
		throw unknownFact(`No shell runs in ${terminal}.`);
	}

	return shell;
}

function filesBelow(snapshot: Snapshot, path: string) {
	const wanted = trimPath(path);
	const entries = snapshot.files.filter(
		(entry) => wanted === '' || entry.path === wanted || entry.path.startsWith(`${wanted}/`),
	);
	if (entries.length === 0 && wanted !== '') {
		throw unknownFact(`There is no ${path} in the sandbox.`);
	}

	return entries.filter(({ kind }) => kind === 'file');
}

function theLoader({ files }: Snapshot, path: string): string {
	const wanted = trimPath(path);
	const file = files.find((file) => file.path === wanted);
	if (file === undefined) {
		throw unknownFact(`There is no ${path} in the sandbox.`);
	}

	const { program } = file;
	if (program?.kind !== 'elf') {
		throw unknownFact(`${path} is ${program ? 'a script' : 'no program'}, so it names no loader.`);
	}

	if (program.loader === undefined) {
		throw unknownFact(`${path} is a static program: it needs no loader.`);
	}

	return program.loader;
}

/** Returns the group at a path. Throws a KnownError where there is none. */
export function theGroup(snapshot: Snapshot, path: string): Group {
	const group = groupAt(snapshot, path);
	if (group === undefined) {
		throw unknownFact(`There is no group ${path}.`);
	}

	return group;
}

/**
 * Returns a group's limit on one controller. Throws a KnownError where the group or the controller
 * is missing.
 */
export function theController<Name extends 'cpu' | 'memory' | 'pids'>(
	snapshot: Snapshot,
	path: string,
	name: Name,
): NonNullable<Group[Name]> {
	const controller = theGroup(snapshot, path)[name];
	if (controller === undefined) {
		throw unknownFact(`The group ${path} has no ${name} controller.`);
	}

	return controller;
}

function sum(amounts: readonly number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}
