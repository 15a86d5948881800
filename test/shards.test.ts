import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { makeShards, measuring } from '../scripts/test/shards.ts';
import { projectOf } from './projects.ts';

const all = readdirSync('test', { recursive: true, encoding: 'utf8' })
	.map((file) => `test/${file}`)
	.filter((file) => /\.test\.tsx?$/.test(file));

test('each test that sees or changes the machine is in one shard, and no pure one is', () => {
	const files = makeShards().flatMap((shard) => shard.files);
	expect(files.sort()).toEqual(all.filter((file) => projectOf(file) !== 'pure').sort());
});

test('the tests that are said to measure are there', () => {
	expect(all).toEqual(expect.arrayContaining([...measuring]));
});
