import { execa } from 'execa';
import type { Daemon } from './daemon.ts';
import { entry } from './image.ts';

/** A container in which a test starts and ends programs, and looks at what they leave. */
export type Container = {
	/** Runs the program in it. */
	start(...words: readonly string[]): Promise<Ended>;
	/** What a command in it prints. */
	read(...words: readonly string[]): Promise<string>;
	/** Sends a signal to one of its processes, by its number in there. */
	kill(signal: string, pid: number): Promise<void>;
	/** Live processes and temporary files, other than its first process. */
	left(): Promise<readonly string[]>;
	/** Stops it as one that does not react, and starts it again. */
	restart(): Promise<void>;
	remove(): Promise<void>;
};

type Ended = {
	readonly exitCode?: number;
	readonly stdout: string;
	readonly stderr: string;
};

/** Its first process does nothing, not even wait for orphans: those that have ended stay zombies. */
export async function startContainer(
	daemon: Daemon,
	image: string,
	flags: readonly string[],
): Promise<Container> {
	const id = await daemon.docker(['run', '--detach', ...flags, image, 'sleep', 'infinity']);
	const exec = (...words: readonly string[]) => ['exec', id, ...words];
	const read = (...words: readonly string[]) => daemon.docker(exec(...words));
	return {
		read,
		start: (...words) =>
			execa('docker', exec('node', entry, ...words), {
				env: daemon.environment,
				reject: false,
				stdin: 'ignore',
			}),
		async kill(signal, pid) {
			await read('bash', '-c', `kill -${signal} ${pid}`);
		},
		async left() {
			const processes = (await read('ps', '-e', '-o', 'pid=,stat=,args=')).split('\n');
			const files = (await read('find', '/tmp', '/var/tmp', '/dev/shm', '-mindepth', '1')).split(
				'\n',
			);
			return [...processes.filter(isLeft), ...files].filter(Boolean);
		},
		async restart() {
			await daemon.docker(['restart', '--time', '0', id]);
		},
		async remove() {
			await daemon.docker(['rm', '--force', id]);
		},
	};
}

const isLeft = (line: string) =>
	!/^ *\d+ +Z/.test(line) && !/ (sleep infinity|ps -e -o pid=,stat=,args=)$/.test(line);
