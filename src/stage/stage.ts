import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisMachine } from '../kernel/port/this-machine.ts';
import { openLedgerDirectory, openSandboxParent } from './directories.ts';
import { planCgroup } from './cgroup/planned-cgroup.ts';
import { type Identity, identify, stillRuns } from '../kernel/identity.ts';
import { tracerOf } from '../kernel/processes.ts';
import { type GuardConnection, startGuard } from './guard-connection.ts';
import { type Ledger, readLedger, ledgerPath, removeLedger, writeLedger } from './ledger.ts';
import { markerName, removeStage } from './remove-stage.ts';
import type { StagePlan } from './probe.ts';
import { KnownError } from '../text/known-error.ts';
import { createTerminal, type Terminal } from './terminal.ts';

/** A private place on this machine, and everything that happens in it. */
export type Stage = {
	readonly ledger: () => Ledger;
	/** The pid of the stage's first process, which serves terminals. */
	readonly pid: number;
	readonly terminals: ReadonlyMap<string, Terminal>;
	/** Returns the terminal of this name, opened where it is not. */
	terminal(name: string): Promise<Terminal>;
	/**
	 * Starts this script in a pty. Returns its pid, and the path of its pipes, which are its screen
	 * and keyboard, without their endings `.in` and `.out`.
	 */
	startVisitor(script: string): Promise<{ readonly pid: number; readonly pipes: string }>;
	/**
	 * Returns the path of the file to which the calls of this terminal are written, where it is
	 * traced.
	 */
	readonly traceOf: (name: string) => string;
	/** The pids of the processes that trace. */
	readonly tracers: ReadonlySet<number>;
	/**
	 * Returns the pid of the process that keeps the pty of the last visit; undefined where there was
	 * none.
	 */
	readonly visitor: () => number | undefined;
	close(): Promise<void>;
};

/**
 * Opens a stage.
 * @param strace The words that trace the terminals; undefined where they are not traced.
 * @throws KnownError where there can be no stage; nothing is left then
 */
export async function openStage(stagePlan: StagePlan, strace?: readonly string[]): Promise<Stage> {
	const ledger = claim(stagePlan);
	let guardConnection: GuardConnection | undefined;
	try {
		writeFileSync(join(ledger.directory, markerName), 'Made by containers-under-the-hood.\n');
		mkdirSync(ledger.sandbox);
		guardConnection = startGuard(ledger, planCgroup(stagePlan.place, ledger.id));
		const pid = Number(await guardConnection.answer('ready'));
		return serve(ledger, guardConnection, pid, strace);
	} catch (error) {
		await guardConnection?.release();
		await removeStage(readLedger(ledgerPath(ledger)) ?? ledger);
		throw error instanceof KnownError ? error : noPlace(error as Error);
	}
}

/**
 * Writes the ledger and makes the directory; another run may just be removing the directory below
 * which they are.
 */
function claim(stagePlan: StagePlan, attempts = 5): Ledger {
	const ledger = planStage(stagePlan);
	try {
		writeLedger(ledger);
		mkdirSync(ledger.directory, { mode: 0o700 });
		return ledger;
	} catch (error) {
		removeLedger(ledger);
		if ((error as NodeJS.ErrnoException).code === 'ENOENT' && attempts > 0) {
			return claim(stagePlan, attempts - 1);
		}

		throw noPlace(error as Error);
	}
}

function report(trouble: string | undefined): void {
	if (trouble !== undefined) {
		throw new KnownError(trouble, {
			fix: 'Run `containers-under-the-hood cleanup` when that is cured.',
		});
	}
}

const stuck = ({ guard, directory }: Ledger) =>
	`Process ${guard?.pid ?? ''}, which is to remove ${directory}, does not answer.`;

const noPlace = (error: Error) =>
	new KnownError(`The sandbox cannot be made: ${error.message}.`, {
		fix: 'Free some space, or set TMPDIR to a directory you can write to.',
	});

function planStage({ privilege, place }: StagePlan): Ledger {
	const base = openLedgerDirectory();
	const id = randomBytes(3).toString('hex');
	const directory = join(openSandboxParent(), id);
	return {
		format: 1,
		base,
		id,
		directory,
		sandbox: join(directory, 'sandbox'),
		privilege,
		cgroup: planCgroup(place, id).cgroup,
		driver: identify(thisMachine, process.pid),
		guard: undefined,
	};
}

function serve(
	planned: Ledger,
	guardConnection: GuardConnection,
	pid: number,
	strace?: readonly string[],
): Stage {
	const terminals = new Map<string, Terminal>();
	const tracers = new Set<number>();
	let isClosed = false;
	let visits = 0;
	let visitor: number | undefined;
	// The guard knows more than was planned: itself, and the scope it is in.
	const ledger = () => readLedger(ledgerPath(planned)) ?? planned;
	return {
		ledger,
		pid,
		terminals,
		async terminal(name) {
			const open = terminals.get(name);
			if (open?.isOpen() === true) {
				return open;
			}

			open?.close();
			guardConnection.request(
				strace === undefined ? `open ${name}` : `trace ${name} ${strace.join(' ')}`,
			);
			const shell = Number(await guardConnection.answer(`opened ${name}`));
			if (isClosed) {
				throw new KnownError('The sandbox has been removed.', { fix: 'Open the lesson again.' });
			}

			const terminal = createTerminal(shell, join(planned.directory, name), pid);
			terminals.set(name, terminal);
			await greet(terminal);
			// The tracer was started before the shell.
			const tracer = tracerOf(thisMachine, shell);
			if (tracer !== undefined) {
				tracers.add(tracer);
			}
			return terminal;
		},
		async startVisitor(script) {
			visits += 1;
			const name = `visit-${visits}`;
			const pipes = join(planned.directory, name);
			writeFileSync(`${pipes}.sh`, script);
			guardConnection.request(`visit ${name}`);
			visitor = Number(await guardConnection.answer(`opened ${name}`));
			return { pid: visitor, pipes };
		},
		traceOf: (name) => join(planned.directory, `${name}.trace`),
		tracers,
		visitor: () => visitor,
		async close() {
			isClosed = true;
			const last = ledger();
			await guardConnection.release();
			// Terminals are not closed earlier: a shell whose keyboard is gone ends, and what it has
			// started might not be known any more.
			for (const terminal of terminals.values()) {
				terminal.close();
			}

			// A guard that was killed has left its work to this process.
			if (readLedger(ledgerPath(planned)) !== undefined) {
				report(isRunning(last.guard) ? stuck(last) : await removeStage(last));
			}
		},
	};
}

const isRunning = (identity: Identity | undefined) =>
	identity !== undefined && stillRuns(thisMachine, identity);

/**
 * Types an empty line, so that the shell is known, and has job control, before its first command.
 */
async function greet(terminal: Terminal): Promise<void> {
	const answers = terminal.type('', new AbortController().signal);
	while ((await answers.next()).done !== true) {}
}
