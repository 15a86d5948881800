import { execaSync } from 'execa';

const answers = ['gcc', 'musl-gcc'].map((name) =>
	execaSync(name, ['--version'], { reject: false }),
);

/** Whether this machine has a compiler for each of the two C libraries: gcc, and musl-gcc of musl-tools. */
export const hasCompilers = answers.every(({ exitCode }) => exitCode === 0);
