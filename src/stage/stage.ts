import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBase, openPlace } from './base.ts';
import { plannedCgroup } from './cgroup/place.ts';
import { type Identity, identify, stillRuns } from '../kernel/identity.ts';
import { tracerOf } from '../kernel/processes.ts';
import { type Leash, startGuard } from './leash.ts';
import { type Ledger, readLedger, ledgerPath, removeLedger, writeLedger } from './ledger.ts';
import { markerName, removeStage } from './remove-stage.ts';
import type { Means } from './probe.ts';
import { StageError } from './stage-error.ts';
import { createTerminal, type Terminal } from './terminal.ts';

/** A private place on this machine, and everything that happens in it. */
export type Stage = {
	readonly ledger: () => Ledger;
	/** The stage's first process, which serves terminals. */
	readonly pid: number;
	readonly terminals: ReadonlyMap<string, Terminal>;
	/** The terminal of this name, opened where it is not. */
	terminal(name: string): Promise<Terminal>;
	/**
	 * Starts this script in a pty; the pipes are its screen and keyboard, without their endings `.in`
	 * and `.out`.
	 */
	startVisitor(script: string): Promise<{ readonly pid: number; readonly pipes: string }>;
	/** Where the calls of this terminal are written, where it is traced. */
	readonly traceOf: (name: string) => string;
	/** Processes that trace, by pid. */
	readonly tracers: ReadonlySet<number>;
	/** The process that keeps the pty of the last visit. */
	readonly visitor: () => number | undefined;
	close(): Promise<void>;
};

/**
 * @param strace The words that trace the terminals, where they are to be traced.
 * @throws StageError where there can be no stage; nothing is left then.
 */
export async function openStage(means: Means, strace?: readonly string[]): Promise<Stage> {
	const ledger = claim(means);
	let leash: Leash | undefined;
	try {
		writeFileSync(join(ledger.directory, markerName), 'Made by containers-under-the-hood.\n');
		mkdirSync(ledger.sandbox);
		leash = startGuard(ledger, means.place);
		const pid = Number(await leash.answer('ready'));
		return serve(ledger, leash, pid, strace);
	} catch (error) {
		await leash?.release();
		await removeStage(readLedger(ledgerPath(ledger)) ?? ledger);
		throw error instanceof StageError ? error : noPlace(error as Error);
	}
}

/** Writes the ledger and makes the directory; another run may just be removing the base below them. */
function claim(means: Means, attempts = 5): Ledger {
	const ledger = planStage(means);
	try {
		writeLedger(ledger);
		mkdirSync(ledger.directory, { mode: 0o700 });
		return ledger;
	} catch (error) {
		removeLedger(ledger);
		if ((error as NodeJS.ErrnoException).code === 'ENOENT' && attempts > 0) {
			return claim(means, attempts - 1);
		}

		throw noPlace(error as Error);
	}
}

function report(trouble: string | undefined): void {
	if (trouble !== undefined) {
		throw new StageError(trouble, 'Run `containers-under-the-hood cleanup` when that is cured.');
	}
}

const stuck = ({ guard, directory }: Ledger) =>
	`Process ${guard?.pid ?? ''}, which is to remove ${directory}, does not answer.`;

const noPlace = (error: Error) =>
	new StageError(
		`The sandbox cannot be made: ${error.message}.`,
		'Free some space, or set TMPDIR to a directory you can write to.',
	);

function planStage({ privilege, place }: Means): Ledger {
	const base = openBase();
	const id = randomBytes(3).toString('hex');
	const directory = join(openPlace(), id);
	return {
		format: 1,
		base,
		id,
		directory,
		sandbox: join(directory, 'sandbox'),
		privilege,
		cgroup: plannedCgroup(place, id),
		driver: identify(process.pid),
		guard: undefined,
	};
}

function serve(planned: Ledger, leash: Leash, pid: number, strace?: readonly string[]): Stage {
	const terminals = new Map<string, Terminal>();
	const tracers = new Set<number>();
	let isClosed = false;
	let visits = 0;
	let visitor: number | undefined;
	// The guard knows more than we planned: itself, and the scope it is in.
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
			leash.request(strace === undefined ? `open ${name}` : `trace ${name} ${strace.join(' ')}`);
			const shell = Number(await leash.answer(`opened ${name}`));
			if (isClosed) {
				throw new StageError('The sandbox has been removed.', 'Open the lesson again.');
			}

			const terminal = createTerminal(shell, join(planned.directory, name));
			terminals.set(name, terminal);
			await greet(terminal);
			// It was begun before the shell was.
			const tracer = tracerOf(shell);
			if (tracer !== undefined) tracers.add(tracer);
			return terminal;
		},
		async startVisitor(script) {
			visits += 1;
			const name = `visit-${visits}`;
			const pipes = join(planned.directory, name);
			writeFileSync(`${pipes}.sh`, script);
			leash.request(`visit ${name}`);
			visitor = Number(await leash.answer(`opened ${name}`));
			return { pid: visitor, pipes };
		},
		traceOf: (name) => join(planned.directory, `${name}.trace`),
		tracers,
		visitor: () => visitor,
		async close() {
			isClosed = true;
			const last = ledger();
			await leash.release();
			// Not before: a shell whose keyboard is gone ends, and what it has started might not be known any more.
			for (const terminal of terminals.values()) {
				terminal.close();
			}

			// A guard that was killed has left its work to us.
			if (readLedger(ledgerPath(planned)) !== undefined) {
				report(isRunning(last.guard) ? stuck(last) : await removeStage(last));
			}
		},
	};
}

const isRunning = (identity: Identity | undefined) => identity !== undefined && stillRuns(identity);

/** Types an empty line, so that the shell is known, and has job control, before its first command. */
async function greet(terminal: Terminal): Promise<void> {
	const answers = terminal.type('', new AbortController().signal);
	while ((await answers.next()).done !== true);
}
