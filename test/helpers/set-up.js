import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import buildProgram from '../../scripts/build.js';
import { installation, isDone, learner, owner } from './names.js';

/** Builds the program, installs it as npm would, and makes an ordinary user where we may. */
export default async function setUp() {
	if (isDone()) return;
	await buildProgram();
	if (process.getuid() !== 0) {
		return;
	}

	rmSync(installation, { recursive: true, force: true });
	mkdirSync(installation);
	writeFileSync(owner, String(process.pid));
	for (const part of ['dist', 'lessons', 'assets', 'package.json']) {
		cpSync(part, `${installation}/${part}`, { recursive: true });
	}

	execFileSync('chmod', ['-R', 'a+rX', installation]);
	try {
		execFileSync('useradd', ['--create-home', '--shell', '/bin/bash', learner], {
			stdio: 'ignore',
		});
	} catch {
		// An earlier run was killed before it could remove the user.
		execFileSync('id', [learner], { stdio: 'ignore' });
	}
}
