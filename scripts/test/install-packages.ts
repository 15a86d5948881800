import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runOrExit } from '../run/run-or-exit.js';

/** Tools that the tests use, and the packages of Debian and Ubuntu that have them. */
const small: Readonly<Record<string, string>> = {
	ps: 'procps',
	unshare: 'util-linux',
	cgcreate: 'cgroup-tools',
	shellcheck: 'shellcheck',
	strace: 'strace',
	runc: 'runc',
	bwrap: 'bubblewrap',
};
const big: Readonly<Record<string, string>> = {
	'qemu-system-x86_64': 'qemu-system-x86',
	mmdebstrap: 'mmdebstrap',
	mke2fs: 'e2fsprogs',
	dockerd: 'docker.io',
	busybox: 'busybox-static',
	gcc: 'gcc',
	'musl-gcc': 'musl-tools',
};

/**
 * Installs what is missing, if we may; the tests name what they skip for want of the rest. The big
 * ones only where every test must be run.
 */
export function installPackages({ all }: { readonly all: boolean }): void {
	const missing = Object.entries(all ? { ...small, ...big } : small)
		.filter(([tool]) => !isInstalled(tool))
		.map(([, name]) => name);
	if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		process.stderr.write(`Installing ${missing.join(', ')}…\n`);
		runOrExit('apt-get', ['update', '-qq']);
		runOrExit('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]);
	}
}

/** Whether there is such a program, also where only root looks for it. */
export const isInstalled = (tool: string): boolean =>
	spawnSync('sh', ['-c', `PATH=$PATH:/usr/sbin:/sbin; command -v ${tool}`]).status === 0;
