import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { installation, isDone, learner, owner } from './names.ts';

/** Removes what the set-up of this process has made. */
export default function tearDown(): void {
	if (isDone()) {
		return;
	}
	if (existsSync(owner) && readFileSync(owner, 'utf8') === String(process.pid)) {
		removeInstallation();
	}
}

/** Removes the program and the user, whoever made them. */
export function removeInstallation(): void {
	rmSync(installation, { recursive: true, force: true });
	try {
		execFileSync('id', [learner], { stdio: 'ignore' });
	} catch {
		// There is no such user.
		return;
	}

	// Also where a test that failed has left something of this user running.
	execFileSync('userdel', ['--force', '--remove', learner], { stdio: 'ignore' });
}
