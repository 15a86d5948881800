import {
	accessSync,
	constants,
	lstatSync,
	mkdirSync,
	readdirSync,
	realpathSync,
	rmdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StageError } from './stage-error.ts';

const name = () => `containers-under-the-hood-${process.getuid?.() ?? 0}`;

/**
 * The directory that holds this user's stages and their ledgers: private, below a temporary
 * directory. Created when the first stage opens, removed with the last.
 * @throws StageError where something that is not ours has its name, or nothing can be written.
 */
export function openBase(): string {
	const refused: string[] = [];
	for (const base of candidates()) {
		try {
			mkdirSync(base, { mode: 0o700 });
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (code !== 'EEXIST') {
				refused.push(`${base} (${code ?? String(error)})`);
				continue;
			}
		}

		refuseForeign(base);
		return base;
	}

	throw new StageError(
		`There is no place for the sandbox: ${refused.join(', ')} cannot be created.`,
		'Free some space, or set TMPDIR to a directory you can write to.',
	);
}

/**
 * Tells before anything is shown whether there is a place for stages.
 * @throws StageError where there is none.
 */
export function checkBase(): void {
	closeBase(openBase());
}

/** Every base of this user that exists, wherever TMPDIR pointed when it was made. */
export function existingBases(): readonly string[] {
	return candidates().filter((base) => {
		try {
			return isOurs(base);
		} catch {
			return false;
		}
	});
}

/** Removes the base when nothing is left in it. */
export function closeBase(base: string): void {
	try {
		rmdirSync(base);
	} catch {
		// Another stage is still open, or another run has just removed it.
	}
}

/** Names of what lies in the base, none where it is gone. */
export function listBase(base: string): readonly string[] {
	try {
		return readdirSync(base);
	} catch {
		return [];
	}
}

const candidates = () =>
	[...new Set([tmpdir(), '/tmp', '/var/tmp'].flatMap(realDirectory))].map((directory) =>
		join(directory, name()),
	);

function refuseForeign(base: string): void {
	if (!isOurs(base)) {
		throw new StageError(
			`${base} is not ours: it is a link, or belongs to another user, or others may write to it.`,
			'Look at it and move it away, or set TMPDIR to another directory.',
		);
	}

	try {
		accessSync(base, constants.W_OK | constants.X_OK);
	} catch {
		throw new StageError(
			`${base} cannot be written to: its file system is read-only.`,
			'Set TMPDIR to a directory you can write to.',
		);
	}
}

/** A real directory of this user that nobody else can enter: the ledgers in it can be trusted. */
function isOurs(base: string): boolean {
	const status = lstatSync(base);
	return status.isDirectory() && status.uid === process.getuid?.() && (status.mode & 0o077) === 0;
}

/** Without links, because mountinfo and /proc/PID/root know none. */
function realDirectory(path: string): readonly string[] {
	try {
		return [realpathSync(path)];
	} catch {
		return [];
	}
}
