import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { buildProgram } from '../../scripts/build/build-program.ts';
import { removeAbandonedDirectories } from './directory.ts';
import { installation, isDone, learner, owner } from './names.ts';
import { signals } from './signals.ts';
import tearDown, { removeInstallation } from './tear-down.mts';

/**
 * Builds the program, installs it as npm would, and makes an ordinary user where we may.
 * @param config Jest's, where Jest calls this: there nobody else tears down for a signal
 */
export default async function setUp(config?: object): Promise<void> {
	if (isDone()) {
		return;
	}
	if (config) {
		for (const signal of signals) {
			process.once(signal, endBy);
		}
	}
	removeAbandonedDirectories();
	await buildProgram();
	if (process.getuid?.() !== 0) {
		return;
	}

	// What an earlier run has left that was killed.
	removeInstallation();
	mkdirSync(installation);
	writeFileSync(owner, String(process.pid));
	for (const part of ['dist', 'lessons', 'assets', 'package.json']) {
		cpSync(part, `${installation}/${part}`, { recursive: true });
	}

	execFileSync('chmod', ['-R', 'a+rX', installation]);
	execFileSync('useradd', ['--create-home', '--shell', '/bin/bash', learner], {
		stdio: 'ignore',
	});
}

function endBy(signal: NodeJS.Signals): void {
	tearDown();
	process.exit(128 + constants.signals[signal]);
}
