import { spawnSync } from 'node:child_process';
import { root } from './root.js';

/**
 * Runs a command, its output on our standard error, and ends this program with its code where it fails.
 * @param {string} file
 * @param {readonly string[]} words
 */
export function runOrExit(file, words) {
	const { status, error } = spawnSync(file, words, {
		cwd: root,
		stdio: ['ignore', process.stderr, process.stderr],
	});
	if (status !== 0) {
		process.stderr.write(
			`\`${[file, ...words].join(' ')}\` failed${error ? `: ${error.message}` : ''}.\n`,
		);
		process.exit(status ?? 1);
	}
}
