import { homedir } from 'node:os';
import { KnownError } from '../text/known-error.ts';

/**
 * The error for progress that cannot be kept.
 * @param place the path that the system refused
 * @param directory where the progress is kept; all in it is ours
 */
export function explain(cause: unknown, place: string, directory: string): KnownError {
	const { code = '', message } = cause as NodeJS.ErrnoException;
	const shown = shorten(place);
	const [what, fix] = (explanations[code] ?? explanations.other)({
		shown,
		recursive: place.startsWith(directory) ? '-R ' : '',
		message,
	});
	return new KnownError(`Your progress cannot be kept: ${shown} ${what}.`, {
		fix: `${fix}.`,
		cause,
	});
}

type Explanation = (found: {
	shown: string;
	recursive: string;
	message: string;
}) => [what: string, fix: string];

const elsewhere = 'name another directory with `XDG_STATE_HOME=DIRECTORY`';

const notYours: Explanation = ({ shown, recursive }) => [
	'does not let you in, perhaps because a command under sudo made it',
	`Make it yours again with \`sudo chown ${recursive}"$USER" ${shown}\``,
];

const full: Explanation = ({ shown }) => [
	'is on a disk that is full',
	`Make room there (see \`df -h ${shown}\`), or ${elsewhere}`,
];

const inTheWay: Explanation = () => ['is not a directory', `Move it away, or ${elsewhere}`];

/** By the names of errno(3). */
const explanations: Readonly<Record<string, Explanation>> & { readonly other: Explanation } = {
	EACCES: notYours,
	EPERM: notYours,
	EROFS: () => ['is on a file system that is read-only', `Mount it for writing, or ${elsewhere}`],
	ENOSPC: full,
	EDQUOT: full,
	ENOTDIR: inTheWay,
	EEXIST: inTheWay,
	other: ({ message }) => [`cannot be used (${message})`, `Mend that, or ${elsewhere}`],
};

/** The path as one types it: `~/.local/state`. */
export function shorten(path: string): string {
	const home = homedir();
	return path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
