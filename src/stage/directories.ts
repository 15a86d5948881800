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
import { dirname, join } from 'node:path';
import { mountOf, readMounts } from '../kernel/mounts.ts';
import { thisMachine } from '../kernel/port/this-machine.ts';
import { KnownError } from '../text/known-error.ts';
import { whyReplaceable } from './trusted-path.ts';

const name = () => `containers-under-the-hood-${process.getuid?.() ?? 0}`;

/**
 * Makes or finds the directory with the ledgers of this user's stages, and returns its path. It is
 * always in the same place, so that the next start finds the ledgers wherever TMPDIR points then;
 * it is private, and removed with the last ledger.
 * @throws KnownError where something of somebody else has its name, or nothing can be written
 */
export const openLedgerDirectory = (): string => open(bases(), () => true);

/**
 * Makes or finds the directory in which stages are made, and returns its path. It is where TMPDIR
 * says, if programs may be executed there and nobody else can put another directory in its place.
 * @throws KnownError as `openLedgerDirectory` does
 */
export const openSandboxParent = (): string => open(named([tmpdir(), ...fixed]), canExecute);

/**
 * Checks, before anything is shown, that there is a place for stages.
 * @throws KnownError where there is none
 */
export function checkDirectories(): void {
	closeDirectory(openSandboxParent());
	closeDirectory(openLedgerDirectory());
}

function open(candidates: readonly string[], isFit: (base: string) => boolean): string {
	const refused: { readonly why: string; readonly fix: string }[] = [];
	for (const base of candidates) {
		const replaceable = whyReplaceable(base);
		if (replaceable !== undefined) {
			refused.push({ why: `${base} is not used: ${replaceable}`, fix: closeToOthers });
			continue;
		}

		try {
			mkdirSync(base, { mode: 0o700 });
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (code !== 'EEXIST') {
				refused.push({ why: `${base} cannot be created (${code ?? String(error)})`, fix: another });
				continue;
			}
		}

		refuseForeign(base);
		if (isFit(base)) {
			return base;
		}

		const noexec = `${base} is on a file system where nothing may be executed (noexec)`;
		refused.push({ why: noexec, fix: another });
		closeDirectory(base);
	}

	throw new KnownError(
		`There is no place for the sandbox: ${refused.map(({ why }) => why).join('; ')}.`,
		{ fix: [...new Set(refused.map(({ fix }) => fix))].join(' ') },
	);
}

const another = 'Free some space, or set TMPDIR to a directory where you can write and execute.';
const closeToOthers =
	"Where everybody may write, the sticky bit keeps one user from renaming what is another's: `chmod +t /tmp` sets it.";

/**
 * Whether programs may be executed in a directory. This is read and not tried: a file made for it
 * would stay behind where the program is killed.
 */
function canExecute(base: string): boolean {
	return mountOf(readMounts(thisMachine, 'self'), base)?.flags.includes('noexec') !== true;
}

/** Returns the paths of all directories with ledgers of this user that exist. */
export function existingLedgerDirectories(): readonly string[] {
	return bases().filter((base) => {
		try {
			return isOurs(base);
		} catch {
			return false;
		}
	});
}

/** Removes a directory of ledgers or stages when nothing is left in it. */
export function closeDirectory(base: string): void {
	try {
		rmdirSync(base);
	} catch {
		// Another stage is still open, or another run has just removed it.
	}
}

/** Returns the names of what lies in a directory; none where it is gone. */
export function namesIn(base: string): readonly string[] {
	try {
		return readdirSync(base);
	} catch {
		return [];
	}
}

const fixed = ['/tmp', '/var/tmp'];
const bases = () => named(fixed);

const named = (directories: readonly string[]): readonly string[] =>
	[...new Set(directories.flatMap(realDirectory))].map((directory) => join(directory, name()));

/**
 * Returns why this directory of a stage must not be removed: its path no longer leads to what the
 * stage made, or another user could make it lead elsewhere. Undefined where it may be removed.
 *
 * @returns a sentence, with what to do
 */
export function whyNotRemovable(directory: string): string | undefined {
	if (lstatSync(directory).isSymbolicLink()) {
		return 'a link is in its place. Remove the link by hand.';
	}

	if (realpathSync(directory) !== directory) {
		return 'a directory above it is a link by now. Look where it leads.';
	}

	const place = dirname(directory);
	const replaceable = isOurs(place)
		? whyReplaceable(place)
		: `${place} is not yours alone any more`;
	return (
		replaceable &&
		`${replaceable}. Take that right from others, and run \`containers-under-the-hood cleanup\`.`
	);
}

function refuseForeign(base: string): void {
	if (!isOurs(base)) {
		throw new KnownError(
			`${base} is not ours: it is a link, or belongs to another user, or others may write to it.`,
			{ fix: 'Look at it and move it away, or set TMPDIR to another directory.' },
		);
	}

	try {
		accessSync(base, constants.W_OK | constants.X_OK);
	} catch {
		throw new KnownError(`${base} cannot be written to: its file system is read-only.`, {
			fix: 'Set TMPDIR to a directory you can write to.',
		});
	}
}

/**
 * Whether this is a real directory of this user that nobody else can enter, so that the ledgers in
 * it can be trusted.
 */
function isOurs(base: string): boolean {
	const status = lstatSync(base);
	return status.isDirectory() && status.uid === process.getuid?.() && (status.mode & 0o077) === 0;
}

/** Returns a directory's path without links, because mountinfo and /proc/PID/root know none. */
function realDirectory(path: string): readonly string[] {
	try {
		return [realpathSync(path)];
	} catch {
		return [];
	}
}
