import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFault, fits } from '../schema/fits.ts';
import { KnownError } from '../text/known-error.ts';
import { namesIn } from './directories.ts';
import { currentFormat, type Ledger, ledgerSchema } from './ledger-schema.ts';

export type { Ledger } from './ledger-schema.ts';

/** Writes the file of a ledger in one step, so that nobody ever reads half of it. */
export function writeLedger(ledger: Ledger): void {
	const unfinished = `${ledgerPath(ledger)}.${process.pid}${unfinishedEnding}`;
	writeFileSync(unfinished, `${JSON.stringify(ledger, undefined, '\t')}\n`, { mode: 0o600 });
	renameSync(unfinished, ledgerPath(ledger));
}

/** What a writer that was killed leaves beside the ledgers; its pid stands before that. */
const unfinishedEnding = '.unfinished';

/** The pid of the writer of each such file in a directory, by the file's name. */
export const listUnfinished = (base: string): ReadonlyMap<string, number> =>
	new Map(
		namesIn(base)
			.filter((name) => name.endsWith(unfinishedEnding))
			.map((name) => [name, Number(name.split('.').at(-2))]),
	);

/** The ledger in this file. Undefined where it is gone, or is no ledger of ours. */
export function readLedger(path: string): Ledger | undefined {
	const read = examineLedger(path);
	return read instanceof KnownError ? undefined : read;
}

/** The ledger in this file, or what is wrong with it. Undefined where the file is gone. */
export function examineLedger(path: string): Ledger | KnownError | undefined {
	try {
		const ledger: unknown = JSON.parse(readFileSync(path, 'utf8'));
		return fits(ledgerSchema, ledger) ? ledger : wrongLedger(path, ledger);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		return code === 'ENOENT'
			? undefined
			: unusable(path, code === undefined ? 'is not JSON' : `cannot be read (${message})`);
	}
}

function wrongLedger(path: string, ledger: unknown): KnownError {
	const { format = currentFormat } = (ledger ?? {}) as { readonly format?: unknown };
	if (typeof format === 'number' && format !== currentFormat) {
		return unusable(
			path,
			`has format ${format}, where this version reads format ${currentFormat}`,
			'Run `npx containers-under-the-hood@latest cleanup`.',
		);
	}

	const field = findFault(ledgerSchema, ledger);
	return unusable(path, field === '' ? 'is no JSON object' : `has no usable \`${field}\``);
}

function unusable(path: string, what: string, fix = 'Look at it, and remove it by hand.') {
	return new KnownError(`${path} should say what a run has left, and ${what}.`, { fix });
}

/** Removes the file of a ledger, and what writers of it that were killed have left. */
export function removeLedger(ledger: Ledger): void {
	rmSync(ledgerPath(ledger), { force: true });
	for (const name of listUnfinished(ledger.base).keys()) {
		if (name.startsWith(`${ledger.id}.`)) {
			rmSync(join(ledger.base, name), { force: true });
		}
	}
}

/** The paths of the ledgers in a directory. */
export const listLedgerFiles = (base: string): readonly string[] =>
	namesIn(base)
		.filter((name) => name.endsWith('.json'))
		.map((name) => join(base, name));

/** The path of a ledger's file. */
export const ledgerPath = ({ base, id }: Pick<Ledger, 'base' | 'id'>) => join(base, `${id}.json`);
