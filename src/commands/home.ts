import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { isAbsolute } from 'node:path';
import { KnownError } from '../text/known-error.ts';

/**
 * Returns the home directory of the user who runs the program. sudo may keep that of somebody else,
 * in which root must not leave files that its owner then cannot change.
 * @throws KnownError where there is none
 */
export function homeDirectory(): string {
	const { HOME: home = '' } = process.env;
	if (isAbsolute(home) && isOurs(home)) {
		return home;
	}

	try {
		return userInfo().homedir;
	} catch {
		throw new KnownError(
			'Your progress cannot be kept: HOME is not set, and your user has no home directory.',
			{ fix: 'Set HOME or XDG_STATE_HOME to a directory of yours.' },
		);
	}
}

function isOurs(directory: string): boolean {
	const owner = statSync(directory, { throwIfNoEntry: false })?.uid;
	// A directory that is not there yet can be made; only root could then make it somebody else's.
	return owner === undefined || process.getuid?.() !== 0 || owner === 0;
}
