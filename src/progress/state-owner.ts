import { readFileSync, statSync } from 'node:fs';
import { progressDirectory } from './directory.ts';

/** The directory that progress is kept in, and whose it is. */
export type StateOwner = {
	readonly directory: string;
	/** Undefined where it is that of whoever runs the program. */
	readonly owner: Owner | undefined;
};

export type Owner = { readonly uid: number; readonly gid: number };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The place of the learner's progress. Under sudo the learner is who typed it: it is in their home, and stays theirs.
 * @param home of whoever runs the program, where that is the learner
 */
export function stateOwnerOf(
	environment: Environment,
	uid: number | undefined,
	home: () => string,
): StateOwner {
	const learner = uid === 0 ? behindSudo(environment) : undefined;
	if (learner === undefined) {
		return { directory: progressDirectory(environment, home()), owner: undefined };
	}

	const directory = progressDirectory(environment, learner.home);
	const isTheirs = isBelow(directory, learner.home) || ownerOfNearest(directory) === learner.uid;
	return { directory, owner: isTheirs ? { uid: learner.uid, gid: learner.gid } : undefined };
}

/** Who typed `sudo`, if that is known and not root. */
function behindSudo({ SUDO_UID, SUDO_GID }: Environment): (Owner & { home: string }) | undefined {
	const [uid, gid] = [Number(SUDO_UID), Number(SUDO_GID)];
	if (!(uid > 0) || !(gid >= 0)) {
		return undefined;
	}
	const home = homeOf(uid);
	return home === undefined ? undefined : { uid, gid, home };
}

/** As passwd(5) has it; undefined for who is not in there, or has no home on this machine. */
function homeOf(uid: number): string | undefined {
	const users = readFileSync('/etc/passwd', 'utf8').split('\n');
	const home = users.map((line) => line.split(':')).find(([, , id]) => id === String(uid))?.[5];
	const isThere = home !== undefined && statSync(home, { throwIfNoEntry: false })?.uid === uid;
	return isThere ? home : undefined;
}

function isBelow(path: string, directory: string): boolean {
	return path.startsWith(`${directory}/`);
}

function ownerOfNearest(path: string): number | undefined {
	const found = statSync(path, { throwIfNoEntry: false });
	const parent = path.slice(0, path.lastIndexOf('/')) || '/';
	return found?.uid ?? (path === '/' ? undefined : ownerOfNearest(parent));
}
