import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

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
	run('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund']);
}

/** Runs a command, its output on our standard error, and ends this program with its code where it fails. */
export function run(file, arguments_) {
	const { status, error } = spawnSync(file, arguments_, {
		cwd: root,
		stdio: ['ignore', process.stderr, process.stderr],
	});
	if (status !== 0) {
		process.stderr.write(
			`\`${[file, ...arguments_].join(' ')}\` failed${error ? `: ${error.message}` : ''}.\n`,
		);
		process.exit(status ?? 1);
	}
}

export const modified = (path) => statSync(path).mtimeMs;
