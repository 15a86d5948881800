import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { installation, learner, owner } from './set-up.js';

export default function tearDown() {
	if (existsSync(owner) && readFileSync(owner, 'utf8') === String(process.pid)) {
		rmSync(installation, { recursive: true });
		execFileSync('userdel', ['--remove', learner], { stdio: 'ignore' });
	}
}
