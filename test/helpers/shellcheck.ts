import { spawnSync } from 'node:child_process';
import { execa } from 'execa';

export const hasShellcheck = (): boolean => spawnSync('shellcheck', ['--version']).status === 0;

/** What it has to say about a script. */
export async function shellcheck(file: string): Promise<string> {
	const { stdout } = await execa('shellcheck', [file], {
		reject: false,
		env: { LC_ALL: 'C.UTF-8' },
	});
	return stdout;
}
