import { execaSync } from 'execa';

/** Whether this machine has a compiler for each of the two C libraries: gcc, and musl-gcc of musl-tools. */
export const hasCompilers = (): boolean =>
	['gcc', 'musl-gcc'].every(
		(name) => execaSync(name, ['--version'], { reject: false }).exitCode === 0,
	);
