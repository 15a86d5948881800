import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Header } from '../../src/record/header.ts';
import { writeHeader, writeLine } from '../../src/record/write.ts';
import { readRecording, readRecordings } from '../../src/commands/recordings-directory.ts';

const header: Header = {
	format: 1,
	program: 'containers-under-the-hood',
	version: '0.1.0',
	node: '20.20.2',
	kernel: '6.1.0',
	distribution: 'Debian',
	cgroup: 'v2',
	uid: 0,
	date: '2026-11-23T20:15:00.000Z',
};
const recording = writeHeader(header) + writeLine({ kind: 'explained', text: 'Größe' }, 0);

let directory = '';
beforeAll(() => {
	directory = mkdtempSync(join(tmpdir(), 'recordings-test-'));
	writeFileSync(join(directory, 'a.ndjson'), recording);
	writeFileSync(join(directory, 'b.ndjson.gz'), gzipSync(recording));
	writeFileSync(join(directory, 'c.ndjson.gz'), gzipSync(recording).subarray(0, 40));
});
afterAll(() => {
	rmSync(directory, { recursive: true });
});

test('a compressed recording is the same as the plain one', async () => {
	const plain = await readRecording(join(directory, 'a.ndjson'));
	expect(plain.events[0]?.event).toEqual({ kind: 'explained', text: 'Größe' });
	expect(await readRecording(join(directory, 'b.ndjson.gz'))).toEqual(plain);
});

test('one that is cut off, or not there, is refused in a sentence', async () => {
	for (const name of ['c.ndjson.gz', 'nowhere.ndjson']) {
		await expect(readRecording(join(directory, name))).rejects.toThrow(
			/^The recording cannot be read: .*\.$/,
		);
	}
});

test('only compressed recordings of a directory count, and a missing directory has none', async () => {
	rmSync(join(directory, 'c.ndjson.gz'));
	expect((await readRecordings(directory)).map(({ header }) => header)).toEqual([header]);
	expect(await readRecordings(join(directory, 'nowhere'))).toEqual([]);
});
