import { trimPath } from '../words/look-up.ts';
import { type File, mostFiles, type Snapshot } from '../words/snapshot.ts';

/**
 * Returns, as a sentence, what is missing of the chain from a program to a process that runs it:
 * the program, the loader or the interpreter that it names, or a machine that can run it. The
 * kernel's message is the same for all of them.
 *
 * @param command The command as it was typed.
 * @param root The `/` of the shell that it was typed into, relative to the sandbox; `/` is the
 * host's.
 * @returns undefined where nothing is missing, or where the snapshot does not tell
 */
export function whyNotStartable(
	command: string,
	root: string,
	snapshot: Snapshot,
): string | undefined {
	const { container, program, isEntry } = readCommand(command, root);
	if (container === '/' || !knowsAll(snapshot, container)) {
		return undefined;
	}

	const file = program.includes('/')
		? fileAt(snapshot, container, program)
		: snapshot.files.find(({ path }) => isWithin(path, container) && path.endsWith(`/${program}`));
	if (file !== undefined) {
		return missingLink(file, container, snapshot);
	}

	// Where the shell itself runs inside, its message about a missing program is clear enough.
	return isEntry ? `There is no program \`${program}\` in ${container}.` : undefined;
}

function readCommand(command: string, root: string) {
	const words = command.trim().split(/\s+/);
	const chroot = words.indexOf('chroot');
	const [directory = '/', shell = 'bash'] = words
		.slice(chroot + 1)
		.filter((word) => !word.startsWith('-'));
	return chroot === -1
		? { container: root, program: words[0] ?? '', isEntry: false }
		: { container: trimPath(directory) || '/', program: shell, isEntry: true };
}

/**
 * Whether the snapshot has every file of the container: behind links or mounts, or among too many
 * files, one may be there unseen.
 */
function knowsAll({ files, mounts }: Snapshot, container: string): boolean {
	const inside = files.filter(({ path }) => isWithin(path, container));
	const covering = mounts.filter(
		({ path }) => path === container || (isWithin(path, container) && path !== `${container}/proc`),
	);
	return (
		inside.length > 0 &&
		files.length < mostFiles &&
		inside.every(({ kind }) => kind !== 'link') &&
		covering.length === 0
	);
}

function isWithin(path: string, directory: string): boolean {
	return path.startsWith(`${directory}/`);
}

function fileAt({ files }: Snapshot, container: string, path: string): File | undefined {
	const wanted = `${container}/${trimPath(path)}`;
	return files.find((file) => file.path === wanted && file.kind === 'file');
}

function missingLink(file: File, container: string, snapshot: Snapshot): string | undefined {
	const { path, program } = file;
	if (program === undefined) {
		return `\`${path}\` is there, but it is not an executable program.`;
	}

	const starter = program.kind === 'elf' ? program.loader : program.interpreter;
	const next = starter === undefined ? undefined : fileAt(snapshot, container, starter);
	if (starter !== undefined && next === undefined) {
		const what = program.kind === 'elf' ? 'its loader' : 'the program that is to read it';
		return `\`${path}\` is there, but ${what}, \`${starter}\`, is not in ${container}.`;
	}

	if (program.kind === 'script') {
		return next && isLast(next) ? missingLink(next, container, snapshot) : undefined;
	}

	const { architecture } = snapshot.machine;
	return architecture === undefined || runsOn(program.machine, architecture)
		? undefined
		: `\`${path}\` is a program for ${program.machine}, and this machine is ${architecture}.`;
}

/** Whether the chain ends here: a script may name a script, even itself. */
function isLast({ program }: File): boolean {
	return program?.kind !== 'script';
}

/**
 * Whether a machine runs programs of an architecture: a 64 bit machine may run those of its 32 bit
 * predecessor.
 */
function runsOn(machine: string, architecture: string): boolean {
	const older = { 'x86-64': 'x86', arm64: 'arm' }[architecture];
	return machine === architecture || machine === older;
}
