import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Console, ConsoleSize } from '../engine/words/console.ts';
import { identify, stillRuns } from '../kernel/identity.ts';
import { innermostShell } from '../kernel/innermost-shell.ts';
import { readNamespaces } from '../kernel/namespaces.ts';
import { thisMachine } from '../kernel/port/this-machine.ts';
import { isLive, listPids, readStat } from '../kernel/processes.ts';
import { visitors } from './visitors.ts';
import { namespaceKinds } from '../engine/words/snapshot.ts';
import { openPipe } from './pipe.ts';
import type { Stage } from './stage.ts';
import { KnownError } from '../text/known-error.ts';
import { shellsOf, type Terminal } from './terminal.ts';
import { findTool } from './tools.ts';
import { visitorScript } from './visitor-script.ts';

/** The milliseconds between two looks at whether the learner is still there. */
const interval = 50;

/**
 * Lends the console to a shell beside the innermost one of a terminal. The shell has a pty of its
 * own on the stage, kept by script(1), and what is typed and shown is passed on: so nothing that
 * the shell does to its terminal, or to itself, is done to the learner's.
 * @throws KnownError where there can be no such shell
 */
export async function visit(stage: Stage, name: string, console: Console): Promise<void> {
	for (const tool of ['script', 'nsenter']) {
		if (findTool(tool) === undefined) {
			throw new KnownError(
				`A shell of your own takes the program \`${tool}\`, which is not installed.`,
				{
					fix: 'It is part of util-linux; on Debian and Ubuntu of the packages bsdutils and util-linux.',
				},
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
		thisMachine,
		shellsOf(terminal),
		listPids(thisMachine)
			.map((one) => readStat(thisMachine, one))
			.filter(isLive),
	);
	const [own, stage] = [readNamespaces(thisMachine, pid), readNamespaces(thisMachine, stagePid)];
	return {
		pid,
		program: readStat(thisMachine, pid)?.name === 'sh' ? ('sh' as const) : ('bash' as const),
		namespaces: namespaceKinds.filter((kind) => own[kind] !== stage[kind]),
	};
}

/**
 * Passes on what is typed and shown, until the shell has ended, or was stopped, after which nobody
 * could continue it.
 */
async function passOn(pid: number, pipes: string, console: Console): Promise<void> {
	const keyboard = openPipe(`${pipes}.in`);
	const screen = openPipe(`${pipes}.out`);
	const identity = identify(thisMachine, pid);
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
			const isThere = identity !== undefined && stillRuns(thisMachine, identity);
			for (let chunk = read(screen); chunk !== null; chunk = read(screen)) {
				await console.show(chunk);
			}

			if (!isThere) {
				return;
			}

			if (visitors(pid).some((one) => readStat(thisMachine, one)?.state === 'T')) {
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

/** Sets the size of the pty, which is found as the keyboard of the visit's first shell. */
function resize(pid: number, { columns, rows }: ConsoleSize): void {
	const [, shell] = visitors(pid);
	spawn('stty', ['-F', `/proc/${shell ?? pid}/fd/0`, 'rows', `${rows}`, 'columns', `${columns}`], {
		stdio: 'ignore',
	}).on('error', () => {
		// The shell then keeps the size that it has.
	});
}

function end(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// The process has ended meanwhile.
	}
}
