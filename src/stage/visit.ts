import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Console, ConsoleSize } from '../engine/console.ts';
import { identify, stillRuns } from '../kernel/identity.ts';
import { innermostShell } from '../kernel/innermost-shell.ts';
import { readNamespaces } from '../kernel/namespaces.ts';
import { isLive, listPids, readStat } from '../kernel/processes.ts';
import { visitors } from '../kernel/visitors.ts';
import { namespaceKinds } from '../engine/snapshot.ts';
import { openPipe } from './pipe.ts';
import type { Stage } from './stage.ts';
import { StageError } from './stage-error.ts';
import { shellsOf, type Terminal } from './terminal.ts';
import { findTool } from './tools.ts';
import { visitorScript } from './visitor-script.ts';

/** Milliseconds between two looks at whether the learner is still there. */
const interval = 50;

/**
 * Lends the console to a shell beside the innermost one of a terminal. The shell has a pty of its own
 * on the stage, kept by script(1), and we pass on what is typed and shown: so nothing the shell does
 * to its terminal, or to itself, is done to the learner's.
 * @throws StageError where there can be no such shell.
 */
export async function visit(stage: Stage, name: string, console: Console): Promise<void> {
	for (const tool of ['script', 'nsenter']) {
		if (findTool(tool) === undefined) {
			throw new StageError(
				`A shell of your own takes the program \`${tool}\`, which is not installed.`,
				'It is part of util-linux; on Debian and Ubuntu of the packages bsdutils and util-linux.',
			);
		}
	}

	const script = visitorScript({
		terminal: name,
		kind: console.kind,
		size: console.size(),
		beside: whereabouts(await stage.terminal(name), stage.pid),
	});
	const { pid, pipes } = await stage.startVisitor(script);
	await passOn(pid, pipes, console);
}

function whereabouts(terminal: Terminal, stagePid: number) {
	const pid = innermostShell(
		shellsOf(terminal),
		listPids()
			.map((one) => readStat(one))
			.filter(isLive),
	);
	const [own, stage] = [readNamespaces(pid), readNamespaces(stagePid)];
	return {
		pid,
		program: readStat(pid)?.name === 'sh' ? ('sh' as const) : ('bash' as const),
		namespaces: namespaceKinds.filter((kind) => own[kind] !== stage[kind]),
	};
}

/** Until the shell has ended, or was stopped, which nobody could continue. */
async function passOn(pid: number, pipes: string, console: Console): Promise<void> {
	const keyboard = openPipe(`${pipes}.in`);
	const screen = openPipe(`${pipes}.out`);
	const identity = identify(pid);
	const unlisten = console.listen(
		(keys) => {
			keyboard.write(keys);
		},
		(size) => {
			resize(pid, size);
		},
	);
	try {
		for (;;) {
			const isThere = identity !== undefined && stillRuns(identity);
			for (let chunk = read(screen); chunk !== null; chunk = read(screen)) {
				await console.show(chunk);
			}

			if (!isThere) {
				return;
			}

			if (visitors(pid).some((one) => readStat(one)?.state === 'T')) {
				visitors(pid).forEach(end);
			}

			await nextOutput(screen);
		}
	} finally {
		unlisten();
		keyboard.destroy();
		screen.destroy();
	}
}

const read = (screen: ReturnType<typeof openPipe>) => screen.read() as Buffer | null;

async function nextOutput(screen: ReturnType<typeof openPipe>): Promise<void> {
	const over = new AbortController();
	await Promise.race([
		new Promise((resolve) => screen.once('readable', resolve)),
		delay(interval, undefined, { signal: over.signal }).catch(() => undefined),
	]);
	over.abort();
	screen.removeAllListeners('readable');
}

/** By what the visit's first shell has for a keyboard, which is the pty. */
function resize(pid: number, { columns, rows }: ConsoleSize): void {
	const [, shell] = visitors(pid);
	spawn('stty', ['-F', `/proc/${shell ?? pid}/fd/0`, 'rows', `${rows}`, 'columns', `${columns}`], {
		stdio: 'ignore',
	}).on('error', () => {
		// Then the shell goes on with the size that it has.
	});
}

function end(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It has ended meanwhile.
	}
}
