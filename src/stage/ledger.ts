import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { StageCgroup } from '../kernel/limits/stage-cgroup.ts';
import { listBase } from './base.ts';
import type { Identity } from '../kernel/identity.ts';

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
	readonly cgroup: StageCgroup;
	readonly driver: Identity | undefined;
	readonly guard: Identity | undefined;
};

export function writeLedger(ledger: Ledger): void {
	writeFileAtomic.sync(ledgerPath(ledger), `${JSON.stringify(ledger, undefined, '\t')}\n`, {
		mode: 0o600,
	});
}

/** Undefined where it is gone, or was cut off before anything it names was created. */
export function readLedger(path: string): Ledger | undefined {
	try {
		const ledger = JSON.parse(readFileSync(path, 'utf8')) as Partial<Ledger>;
		return (ledger.format as number) === 1 ? (ledger as Ledger) : undefined;
	} catch {
		return undefined;
	}
}

export function removeLedger(ledger: Ledger): void {
	rmSync(ledgerPath(ledger), { force: true });
}

export function listLedgers(base: string): readonly Ledger[] {
	return listBase(base)
		.filter((name) => name.endsWith('.json'))
		.map((name) => readLedger(join(base, name)))
		.filter((ledger) => ledger !== undefined);
}

export const ledgerPath = ({ base, id }: Pick<Ledger, 'base' | 'id'>) => join(base, `${id}.json`);
