import { execa } from 'execa';
import type { Daemon } from './daemon.ts';
import { entry } from './image.ts';

/** What became of one run of the program in a container that was made for it. */
export type Performed = {
	readonly exitCode: number | undefined;
	readonly stdout: string;
	readonly stderr: string;
	/** Processes, and files in temporary directories, that were still in the container afterwards. */
	readonly left: readonly string[];
};

/**
 * Runs the program in a new container.
 * @param flags Of `docker run`.
 */
export async function performIn(
	daemon: Daemon,
	image: string,
	flags: readonly string[],
	words: readonly string[],
): Promise<Performed> {
	const { exitCode, stdout, stderr } = await execa(
		'docker',
		['run', '--rm', ...flags, image, 'bash', '-c', performAndLook, 'bash', entry, ...words],
		{ env: daemon.environment, reject: false, stdin: 'ignore' },
	);
	const [told = '', after = ''] = stderr.split(`${divider}\n`);
	return {
		exitCode,
		stdout: `${stdout}\n`,
		stderr: withoutNetwork(told),
		left: after.split('\n').filter((line) => line !== '' && !isOfThisTest(line)),
	};
}

/** Without Docker's own words on a machine that forwards nothing: a setting that the tests leave as it is. */
export const withoutNetwork = (stderr: string) =>
	stderr.replace(/^WARNING: IPv4 forwarding is disabled\. .*\n?/m, '');

const divider = '--- what is left ---';

/** Bash is process 1: unlike Node.js it waits for orphans. One that has just ended it may not have asked yet. */
const performAndLook = `
node "$@"
code=$?
echo '${divider}' >&2
ps -e -o pid=,stat=,args= >&2
find /tmp /var/tmp /dev/shm -mindepth 1 >&2
exit $code`;

const isOfThisTest = (line: string) =>
	/^ *1 \S+ +bash -c |^ *\d+ +Z| ps -e -o pid=,stat=,args=$/.test(line);
