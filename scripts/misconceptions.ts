// `npm run misconceptions`: draws the table in docs/misconceptions.md from docs/misconceptions.yaml, where the
// words stand in the lessons. test/misconceptions.test.ts fails where the document says anything else.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { drawMisconceptions, type Misconception } from './misconceptions/draw.ts';
import { root } from './run/root.js';

const lessons = new Map(
	readdirSync(`${root}lessons`).map((name) => [
		Number.parseInt(name, 10),
		{ name, source: readFileSync(`${root}lessons/${name}/lesson.md`, 'utf8') },
	]),
);
const rows = parse(
	readFileSync(`${root}docs/misconceptions.yaml`, 'utf8'),
) as readonly Misconception[];
const { table, complaints } = drawMisconceptions(rows, lessons);
const file = `${root}docs/misconceptions.md`;
const [heading = ''] = readFileSync(file, 'utf8').split('| Believed');
writeFileSync(file, `${heading}${table}\n`);
for (const complaint of complaints) {
	console.error(complaint);
}
process.exitCode = complaints.length === 0 ? 0 : 1;
