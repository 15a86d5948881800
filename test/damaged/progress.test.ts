import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { noProgress } from '../../src/progress/progress.ts';
import { readProgress } from '../../src/progress/store.ts';

let directory = '';
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), 'progress-test-'));
});
afterEach(async () => {
	await rm(directory, { recursive: true });
});

const prediction = '"said": 0, "wasRight": false, "on": "2026-11-24"';

test.each([
	['half a file', '{"format": 1, "les', 'is no JSON object'],
	['a text', '"chroot"', 'is no JSON object'],
	['a list', '[]', 'has no usable `format`'],
	['a format that is a text', '{"format": "1", "finished": {}}', 'has no usable `format`'],
	['nothing finished', '{"format": 1}', 'has no usable `finished`'],
	['a list of what is finished', '{"format": 1, "finished": []}', 'has no usable `finished`'],
	['a finished "yes"', '{"format": 1, "finished": {"a": "yes"}}', 'has no usable `finished.a`'],
	['a list of places', '{"format": 1, "finished": {}, "places": []}', 'has no usable `places`'],
	[
		'a number in a place',
		'{"format": 1, "finished": {}, "places": {"a": ["one", 2]}}',
		'has no usable `places.a[1]`',
	],
	[
		'an answer of no number',
		`{"format": 1, "finished": {}, "predictions": {"a/b": {${prediction.replace('0', '-1')}}}}`,
		'has no usable `predictions.a/b.said`',
	],
	[
		'an answer beyond all numbers',
		`{"format": 1, "finished": {}, "predictions": {"a/b": {${prediction.replace('0', '1e999')}}}}`,
		'has no usable `predictions.a/b.said`',
	],
	[
		'an answer without its day',
		'{"format": 1, "finished": {}, "predictions": {"a/b": {"said": 0, "wasRight": true}}}',
		'has no usable `predictions.a/b.on`',
	],
	[
		'a name that would move the cursor',
		'{"format": 1, "finished": {"a\\u001b[2J": 1}}',
		'has no usable `finished.a\\033[2J`',
	],
])('a file with %s is set aside and told with its name and the field', async (_, text, fault) => {
	const file = join(directory, 'progress.json');
	await writeFile(file, text);
	const { progress, notice } = await readProgress(directory);
	expect(progress).toEqual(noProgress);
	expect(notice).toBe(
		`${file} is damaged; it was set aside as ${file}.damaged, and the walkthrough starts anew. The file ${fault}.`,
	);
	expect(await readFile(`${file}.damaged`, 'utf8')).toBe(text);
});
