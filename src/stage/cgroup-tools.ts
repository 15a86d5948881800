import { execa } from 'execa';
import { makeSafe } from '../engine/safe-text.ts';
import { searchPath } from './environment.ts';
import { findTool } from './tools.ts';

/** libcgroup's tools, and the line that installs them, by the package manager that is found here. */
export const cgroupTools = ['cgcreate', 'cgclassify', 'cgset', 'cgdelete'];

const installers = [
	{ manager: 'apt-get', command: 'apt-get install -y cgroup-tools' },
	{ manager: 'dnf', command: 'dnf install -y libcgroup-tools' },
	{ manager: 'zypper', command: 'zypper --non-interactive install libcgroup-tools' },
	{ manager: 'apk', command: 'apk add cgroup-tools' },
] as const;

/** Undefined where no package manager that has them is found (on Arch they are in the AUR: libcgroup). */
export const installCommand = (): string | undefined =>
	installers.find(({ manager }) => findTool(manager) !== undefined)?.command;

/**
 * Runs the installer, on the learner's word only, and yields what it says, line by line.
 * @throws Error with a sentence where it fails.
 */
export async function* install(command: string): AsyncGenerator<string> {
	const [file = '', ...arguments_] = command.split(' ');
	const run = execa(file, arguments_, {
		all: true,
		reject: false,
		stdin: 'ignore',
		env: { PATH: searchPath().join(':'), DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
	});
	for await (const line of run.iterable({ from: 'all' })) {
		yield makeSafe(line);
	}

	const { exitCode } = await run;
	if (exitCode !== 0) {
		throw new Error(
			`\`${command}\` ended with ${exitCode ?? 'a signal'}. The lesson goes on with mkdir and echo.`,
		);
	}
}
