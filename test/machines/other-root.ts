import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';

/** A root file system of the test's own, which programs enter by chroot. */
export type OtherRoot = {
	readonly directory: string;
	/** The command line that runs the program in there. */
	command(...words: readonly string[]): readonly [string, readonly string[]];
	run(...words: readonly string[]): Promise<Answer>;
	remove(): void;
};

type Answer = {
	readonly stdout: string;
	readonly stderr: string;
	readonly exitCode?: number;
};

const program = '/opt/containers-under-the-hood';

/** With the program; everything else, also Node.js at the same path as here, is for `fill` to bring. */
export async function makeRoot(fill: (directory: string) => Promise<void>): Promise<OtherRoot> {
	const directory = mkdtempSync(join(tmpdir(), 'cuth-root-'));
	await fill(directory);
	for (const part of ['dist', 'lessons', 'assets', 'package.json']) {
		cpSync(part, join(directory, program, part), { recursive: true });
	}

	for (const mountPoint of ['proc', 'sys', 'dev', 'tmp']) {
		mkdirSync(join(directory, mountPoint), { recursive: true });
	}

	const command: OtherRoot['command'] = (...words) => [
		'unshare',
		[
			...['--mount', '--propagation', 'private', 'bash', '-c', enter, directory],
			...['env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'HOME=/root', 'TERM=xterm-256color'],
			...['LANG=C.UTF-8', process.execPath, `${program}/dist/entry.js`, ...words],
		],
	];
	return {
		directory,
		command,
		run: (...words) =>
			execa(command(...words)[0], command(...words)[1], { reject: false, stdin: 'ignore' }),
		remove() {
			rmSync(directory, { recursive: true, force: true });
		},
	};
}

/** All mounts end with the namespace. $0 is bound onto itself, because the / of a machine is a mount. */
const enter = `
set -e
mount --bind "$0" "$0"
mount -t proc proc "$0/proc"
mount --rbind /sys "$0/sys"
mount --rbind /dev "$0/dev"
mount -t tmpfs tmpfs "$0/tmp"
cd "$0"
exec chroot . "$@"`;

/** Writes a file with the directories above it. */
export function write(directory: string, path: string, text: string, mode = 0o644): void {
	mkdirSync(join(directory, dirname(path)), { recursive: true });
	writeFileSync(join(directory, path), text, { mode });
}
