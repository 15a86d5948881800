import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StageCgroup } from '../kernel/limits/stage-cgroup.ts';
import { listBase } from './base.ts';
import type { Identity } from '../kernel/identity.ts';
import type { PrivilegeName } from './privilege/privilege.ts';

/**
 * What one stage has, or is about to have, on this machine. Written before any of it is created and
 * removed after all of it is gone, so that the next start can finish what a killed run left.
 */
export type Ledger = {
	readonly format: 1;
	readonly base: string;
	readonly id: string;
	/** Holds the marker, the terminals' pipes and the sandbox. */
	readonly directory: string;
	/** Where the lessons' commands run. */
	readonly sandbox: string;
	readonly privilege: PrivilegeName;
	readonly cgroup: StageCgroup;
	readonly driver: Identity | undefined;
	readonly guard: Identity | undefined;
};

/** In one step, so that nobody ever reads half of it. */
export function writeLedger(ledger: Ledger): void {
	const unfinished = `${ledgerPath(ledger)}.${process.pid}${unfinishedEnding}`;
	writeFileSync(unfinished, `${JSON.stringify(ledger, undefined, '\t')}\n`, { mode: 0o600 });
	renameSync(unfinished, ledgerPath(ledger));
}

/** What a writer that was killed leaves beside the ledgers; its pid stands before that. */
const unfinishedEnding = '.unfinished';

/** The pid of the writer of each such file, by name. */
export const listUnfinished = (base: string): ReadonlyMap<string, number> =>
	new Map(
		listBase(base)
			.filter((name) => name.endsWith(unfinishedEnding))
			.map((name) => [name, Number(name.split('.').at(-2))]),
	);

/** Undefined where it is gone, or is no ledger of ours. */
export function readLedger(path: string): Ledger | undefined {
	try {
		const ledger = JSON.parse(readFileSync(path, 'utf8')) as Ledger;
		const isWhole =
			[ledger.base, ledger.id, ledger.directory, ledger.sandbox].every(
				(field) => typeof field === 'string',
			) && ['v1', 'v2', 'none'].includes(ledger.cgroup.version);
		return isWhole ? ledger : undefined;
	} catch {
		return undefined;
	}
}

export function removeLedger(ledger: Ledger): void {
	rmSync(ledgerPath(ledger), { force: true });
	for (const name of listUnfinished(ledger.base).keys()) {
		if (name.startsWith(`${ledger.id}.`)) rmSync(join(ledger.base, name), { force: true });
	}
}

export const listLedgerFiles = (base: string): readonly string[] =>
	listBase(base)
		.filter((name) => name.endsWith('.json'))
		.map((name) => join(base, name));

export const ledgerPath = ({ base, id }: Pick<Ledger, 'base' | 'id'>) => join(base, `${id}.json`);
