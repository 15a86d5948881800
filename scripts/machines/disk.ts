import { execFileSync } from 'node:child_process';

/** Makes a file that is a disk with the content of a directory on it, ext4; sparse up to its size. */
export function makeDisk(file: string, directory: string, size: string): void {
	execFileSync('mke2fs', ['-q', '-F', '-t', 'ext4', '-m', '0', '-d', directory, file, size], {
		env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
}
