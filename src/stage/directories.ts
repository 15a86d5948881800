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
import { StageError } from './stage-error.ts';
import { whyReplaceable } from './trusted-path.ts';

const name = () => `containers-under-the-hood-${process.getuid?.() ?? 0}`;

/**
 * The directory with the ledgers of this user's stages: always in the same place, so that the next
 * start finds them, wherever TMPDIR points then. Private; removed with the last ledger.
 * @throws StageError where something that is not ours has its name, or nothing can be written.
 */
export const openBase = (): string => open(bases(), () => true);

/**
 * The directory that stages are made in: where TMPDIR says, if programs may be executed there and
 * nobody else can put another directory in its place.
 * @throws StageError as `openBase` does.
 */
export const openPlace = (): string => open(named([tmpdir(), ...fixed]), canExecute);

/**
 * Tells before anything is shown whether there is a place for stages.
 * @throws StageError where there is none.
 */
export function checkPlace(): void {
	closeBase(openPlace());
	closeBase(openBase());
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
		closeBase(base);
	}

	throw new StageError(
		`There is no place for the sandbox: ${refused.map(({ why }) => why).join('; ')}.`,
		[...new Set(refused.map(({ fix }) => fix))].join(' '),
	);
}

const another = 'Free some space, or set TMPDIR to a directory where you can write and execute.';
const closeToOthers =
	"Where everybody may write, the sticky bit keeps one user from renaming what is another's: `chmod +t /tmp` sets it.";

/** Read, not tried: a file made for that would stay behind where the program is killed. */
function canExecute(base: string): boolean {
	return mountOf(readMounts('self'), base)?.flags.includes('noexec') !== true;
}

/** Every base of this user that exists. */
export function existingBases(): readonly string[] {
	return bases().filter((base) => {
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

const fixed = ['/tmp', '/var/tmp'];
const bases = () => named(fixed);

const named = (directories: readonly string[]): readonly string[] =>
	[...new Set(directories.flatMap(realDirectory))].map((directory) => join(directory, name()));

/**
 * Why this directory of a stage must not be removed: its path no longer leads to what the stage made, or
 * another user could make it lead elsewhere. Undefined where neither is so.
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
