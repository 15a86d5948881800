import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { whyReplaceable } from '../../src/stage/trusted-path.ts';

let top = '';
let path = '';
beforeEach(() => {
	top = mkdtempSync(join(tmpdir(), 'cuth-trusted-'));
	path = join(top, 'parent', 'one');
	mkdirSync(join(top, 'parent'));
	chmodSync(join(top, 'parent'), 0o755);
});
afterEach(() => {
	rmSync(top, { recursive: true });
});

test("below a directory that is ours, and the sticky one that is everybody's, nobody replaces it", () => {
	expect(whyReplaceable(path)).toBeUndefined();
});

test.each([
	['777', 0o777],
	['775', 0o775],
	['757', 0o757],
])('others may replace it where the mode is %s', (_, mode) => {
	chmodSync(join(top, 'parent'), mode);
	expect(whyReplaceable(path)).toBe(`others may write to ${top}/parent, and it is not sticky`);
	chmodSync(join(top, 'parent'), mode | 0o1000);
	expect(whyReplaceable(path)).toBeUndefined();
});

test('they may as well where it is the directory above', () => {
	chmodSync(top, 0o777);
	expect(whyReplaceable(path)).toBe(`others may write to ${top}, and it is not sticky`);
});

test('a file has nothing in it', () => {
	writeFileSync(join(top, 'file'), '');
	expect(whyReplaceable(join(top, 'file', 'one'))).toBe(`${top}/file is not a directory`);
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot('its owner may replace what is in a directory, sticky or not', () => {
	chownSync(join(top, 'parent'), 65534, 65534);
	chmodSync(join(top, 'parent'), 0o1755);
	expect(whyReplaceable(path)).toBe(`${top}/parent belongs to another user`);
});
