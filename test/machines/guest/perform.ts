import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { listLedgerFiles, readLedger } from '../../../src/stage/ledger.ts';
import { leftSince, takeInventory } from '../../helpers/inventory.ts';
import { startAs, uidOf } from './person.ts';
import type { Ended, Person, Run, Victims } from './run.ts';

/** Commands after which a lesson is in its middle, with cgroups, mounts and background processes. */
const middle = 8;

/** Milliseconds. Ten seconds after root has logged out, systemd ends what it ran for that; emulated, that takes its time. */
const patience = 60_000;

/** Does what a run asks for; what the program prints goes into the file `output`. */
export async function perform(
	{ as, words, kill }: Run,
	program: readonly string[],
	output: string,
): Promise<Omit<Ended, 'booted'>> {
	const before = takeInventory();
	const began = Date.now();
	const running = startAs(as, [...program, ...words]);
	const printed = running.stdout?.pipe(createWriteStream(output));
	const complaints = running.stderr === null ? '' : text(running.stderr);
	if (kill !== undefined) {
		await middleOf(running);
		killOn(as, kill);
	}

	const [exitCode] = (await once(running, 'close')) as [number | null];
	if (printed !== undefined) {
		await finished(printed);
	}
	const cleanup = kill === 'program and guard' ? await cleanUp(as, program) : undefined;
	return {
		exitCode: exitCode ?? undefined,
		complaints: await complaints,
		cleanup,
		left: await leftSince(before, patience),
		seconds: (Date.now() - began) / 1000,
	};
}

function middleOf({ stdout }: ChildProcess): Promise<void> {
	let seen = '';
	return new Promise((resolve, reject) => {
		stdout?.on('data', (chunk: Buffer) => {
			seen += chunk.toString();
			if (seen.split('"kind":"command-started"').length > middle) {
				resolve();
			}
		});
		stdout?.once('end', () => {
			reject(new Error(`The lesson ended before its middle: ${seen}`));
		});
	});
}

function killOn(person: Person, victims: Victims): void {
	const base = `/tmp/containers-under-the-hood-${uidOf(person)}`;
	const [ledger] = listLedgerFiles(base).map(readLedger);
	if (ledger?.driver === undefined || ledger.guard === undefined) {
		throw new Error(`No ledger in ${base} names a program and its guard.`);
	}

	const { driver, guard } = ledger;
	if (victims === 'program and guard') {
		// It must not see its program die.
		process.kill(guard.pid, 'SIGSTOP');
		process.kill(driver.pid, 'SIGKILL');
		process.kill(guard.pid, 'SIGKILL');
	} else {
		process.kill(driver.pid, 'SIGKILL');
	}
}

async function cleanUp(person: Person, program: readonly string[]): Promise<string> {
	const { stdout } = startAs(person, [...program, 'cleanup']);
	return stdout === null ? '' : text(stdout);
}
