import { existsSync, lstatSync, statSync } from 'node:fs';
import { root } from './root.js';
import { runOrExit } from './run-or-exit.js';

/** Installs the libraries where they are missing or older than the lock file. Says so on standard error only. */
export function installLibraries() {
	const installed = `${root}node_modules/.package-lock.json`;
	if (existsSync(installed) && modified(installed) >= modified(`${root}package-lock.json`)) {
		return;
	}

	if (lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) {
		process.stderr.write(
			'node_modules is a link, and `npm ci` would empty what it points to: remove the link, and try again.\n',
		);
		process.exit(1);
	}

	process.stderr.write('Installing the libraries (npm ci), once…\n');
	runOrExit('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund']);
}

/**
 * @param {string} path
 * @returns {number} milliseconds since 1970
 */
const modified = (path) => statSync(path).mtimeMs;
