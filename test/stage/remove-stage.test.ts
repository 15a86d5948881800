import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { type Ledger, writeLedger } from '../../src/stage/ledger.ts';
import { markerName, removeStage } from '../../src/stage/remove-stage.ts';

let base = '';
let ledger: Ledger;

beforeEach(() => {
	base = mkdtempSync(join(tmpdir(), 'cuth-remove-'));
	const directory = join(base, 'abc');
	ledger = {
		format: 1,
		base,
		id: 'abc',
		directory,
		sandbox: join(directory, 'sandbox'),
		privilege: 'rootless',
		cgroup: { version: 'none' },
		driver: undefined,
		guard: undefined,
	};
	writeLedger(ledger);
});

afterEach(() => {
	rmSync(base, { recursive: true, force: true });
});

test('a directory with our marker is removed, then the ledger, then the empty base', async () => {
	mkdirSync(ledger.sandbox, { recursive: true });
	writeFileSync(join(ledger.directory, markerName), '');
	expect(await removeStage(ledger)).toBeUndefined();
	expect(existsSync(base)).toBe(false);
});

test('a directory without our marker is left, and the ledger with it', async () => {
	mkdirSync(ledger.sandbox, { recursive: true });
	expect(await removeStage(ledger)).toMatch(/is not removed/);
	expect(readdirSync(base).sort()).toEqual(['abc', 'abc.json']);
});

test('a run that was killed before it made anything leaves a ledger that can go', async () => {
	expect(await removeStage(ledger)).toBeUndefined();
	expect(existsSync(base)).toBe(false);
});

test('a cgroup that does not carry our name is not touched, whatever a ledger says', async () => {
	const foreign = join(base, 'somebody');
	mkdirSync(foreign);
	const named: Ledger = { ...ledger, cgroup: { version: 'v2', directory: foreign } };
	await removeStage(named);
	expect(existsSync(foreign)).toBe(true);
});
