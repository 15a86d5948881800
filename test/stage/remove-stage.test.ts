import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
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

/** What somebody else would lose: a directory with our marker in it, and a file. */
function makeForeign(): string {
	const foreign = mkdtempSync(join(tmpdir(), 'cuth-foreign-'));
	writeFileSync(join(foreign, markerName), '');
	writeFileSync(join(foreign, 'theirs'), 'precious');
	return foreign;
}

test('a link in the place of the directory is not followed', async () => {
	const foreign = makeForeign();
	try {
		symlinkSync(foreign, ledger.directory);
		expect(await removeStage(ledger)).toMatch(/is not removed: a link is in its place/);
		expect(readdirSync(foreign)).toContain('theirs');
	} finally {
		rmSync(foreign, { recursive: true });
	}
});

test('a link that leads nowhere is told as a link', async () => {
	symlinkSync('/nowhere', ledger.directory);
	expect(await removeStage(ledger)).toMatch(/is not removed: a link is in its place/);
});

test('a file in the place of the directory that it is in is told, not thrown', async () => {
	const place = join(base, 'place');
	writeFileSync(place, '');
	expect(await removeStage({ ...ledger, directory: join(place, 'abc') })).toMatch(
		/is not removed: ENOTDIR/,
	);
});

test('a link in the place of the directory that it is in is not followed', async () => {
	const foreign = makeForeign();
	const place = join(base, 'place');
	try {
		symlinkSync(join(foreign, '..'), place);
		const directory = join(place, foreign.split('/').at(-1) ?? '');
		expect(await removeStage({ ...ledger, directory })).toMatch(
			/is not removed: a directory above it is a link by now/,
		);
		expect(readdirSync(foreign)).toContain('theirs');
	} finally {
		rmSync(foreign, { recursive: true });
	}
});

test('nothing is removed where others can change what a path means', async () => {
	const open = join(base, 'open');
	const place = join(open, 'place');
	const directory = join(place, 'abc');
	mkdirSync(directory, { recursive: true });
	writeFileSync(join(directory, markerName), '');
	chmodSync(place, 0o700);
	chmodSync(open, 0o777);
	expect(await removeStage({ ...ledger, directory })).toMatch(
		/is not removed: others may write to \S+open, and it is not sticky\. Take that right from/,
	);
	chmodSync(open, 0o1777);
	chmodSync(place, 0o755);
	expect(await removeStage({ ...ledger, directory })).toMatch(/is not yours alone any more/);
	chmodSync(place, 0o700);
	expect(await removeStage({ ...ledger, directory })).toBeUndefined();
	expect(existsSync(directory)).toBe(false);
});

test('a name that a terminal would obey is spelled out where it cannot be removed', async () => {
	const named = { ...ledger, directory: join(base, 'a\u001B]52;c;UFdO\u0007\nb') };
	mkdirSync(named.directory);
	renameSync(named.directory, join(base, 'moved'));
	symlinkSync(join(base, 'moved'), named.directory);
	expect(await removeStage(named)).toContain('a\\033]52;c;UFdO\\007\\012b is not removed');
});
