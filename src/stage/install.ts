import { execa } from 'execa';
import { makeSafe } from '../text/safe-text.ts';
import { searchPath } from './environment.ts';

/**
 * Runs the installer, at the learner's word only, and yields what it prints, line by line.
 * @throws Error with a sentence where it fails
 */
export async function* install(commands: readonly string[]): AsyncGenerator<string> {
	for (const command of commands) {
		yield* runInstaller(command);
	}
}

async function* runInstaller(command: string): AsyncGenerator<string> {
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
