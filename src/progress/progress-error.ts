import { homedir } from 'node:os';

/** Why progress cannot be kept and what to do about it: sentences for the learner. */
export class ProgressError extends Error {}

/**
 * @param place the path that the system refused
 * @param directory where the progress is kept; all in it is ours
 */
export function explain(cause: unknown, place: string, directory: string): ProgressError {
	const { code = '', message } = cause as NodeJS.ErrnoException;
	const shown = shorten(place);
	const [what, fix] = (refusals[code] ?? refusals.other)({
		shown,
		recursive: place.startsWith(directory) ? '-R ' : '',
		message,
	});
	return new ProgressError(`Your progress cannot be kept: ${shown} ${what}. ${fix}.`, { cause });
}

type Refusal = (found: { shown: string; recursive: string; message: string }) => [string, string];

const elsewhere = 'name another directory with `XDG_STATE_HOME=DIRECTORY`';

const notYours: Refusal = ({ shown, recursive }) => [
	'does not let you in, perhaps because a command under sudo made it',
	`Make it yours again with \`sudo chown ${recursive}"$USER" ${shown}\``,
];

const full: Refusal = ({ shown }) => [
	'is on a disk that is full',
	`Make room there (see \`df -h ${shown}\`), or ${elsewhere}`,
];

const inTheWay: Refusal = () => ['is not a directory', `Move it away, or ${elsewhere}`];

/** By the names of errno(3). */
const refusals: Readonly<Record<string, Refusal>> & { readonly other: Refusal } = {
	EACCES: notYours,
	EPERM: notYours,
	EROFS: () => ['is on a file system that is read-only', `Mount it for writing, or ${elsewhere}`],
	ENOSPC: full,
	EDQUOT: full,
	ENOTDIR: inTheWay,
	EEXIST: inTheWay,
	other: ({ message }) => [`cannot be used (${message})`, `Mend that, or ${elsewhere}`],
};

/** As one types it: `~/.local/state`. */
export function shorten(path: string): string {
	const home = homedir();
	return path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
