// `npm run machines`: draws the table in docs/machines.md from what the lanes of the last `npm test`
// kept in test/machines/results. The rows of lanes that were not run stay as they are. With `--check`
// nothing is written; it fails where the table says something else than the lanes.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Result } from '../test/machines/result.ts';
import { kinds, titleOf } from './machines/kinds.ts';
import {
	cellsOf,
	drawRow,
	drawTable,
	headingOf,
	isSameAnswer,
	parseTable,
	type Row,
} from './machines/table.ts';
import { root } from './run/root.js';

const file = `${root}docs/machines.md`;
const directory = `${root}test/machines/results`;
const [begin, end] = ['<!-- table -->\n\n', '\n\n<!-- end of table -->'];

const text = readFileSync(file, 'utf8');
const from = text.indexOf(begin) + begin.length;
const to = text.indexOf(end);
const results = readResults();
const old = new Map(parseTable(text.slice(from, to)).map((row) => [firstOf(row), row]));

process.exitCode = process.argv.includes('--check') ? check() : draw();

function draw(): number {
	const titles = Object.entries(kinds).map(([kind, { title }]) => [kind, title] as const);
	const [first] = results.values();
	const rows = titles.flatMap(([kind, title]) => {
		const result = results.get(kind);
		const row = result === undefined ? old.get(title) : cellsOf(title, result);
		return row === undefined ? [] : [row];
	});
	const table = first === undefined ? text.slice(from, to) : drawTable(headingOf(first), rows);
	writeFileSync(file, text.slice(0, from) + table + text.slice(to));
	console.log(`docs/machines.md: ${results.size} of ${titles.length} rows are of this run.`);
	return 0;
}

function check(): number {
	const titles = new Set<string>(Object.values(kinds).map(({ title }) => title));
	const complaints = [...old.keys()]
		.filter((title) => !titles.has(title))
		.map((title) => `No lane is called "${title}".`);
	for (const [kind, result] of results) {
		const row = cellsOf(titleOf(kind) ?? kind, result);
		const said = old.get(firstOf(row));
		if (said === undefined) {
			console.log(`docs/machines.md: ${kind} has no row yet; \`npm run machines\` draws it.`);
		} else if (!isSameAnswer(said, row)) {
			complaints.push(
				`${kind}: docs/machines.md says\n${drawRow(said)}\nand this run\n${drawRow(row)}`,
			);
		}
	}

	for (const kind of Object.keys(kinds).filter((one) => !results.has(one))) {
		console.log(`docs/machines.md: ${kind} was not compared, it did not run.`);
	}

	console.log(`docs/machines.md: ${results.size} rows compared, ${complaints.length} differ.`);
	for (const complaint of complaints) {
		console.error(complaint);
	}

	return complaints.length === 0 ? 0 : 1;
}

/** By kind. What a lane of `this-` machine kept counts only where this is a kind of the table. */
function readResults(): ReadonlyMap<string, Result> {
	const names = existsSync(directory) ? readdirSync(directory).sort() : [];
	const kept = names.map((name): [string, Result] => [
		name.replace(/\.json$/, ''),
		JSON.parse(readFileSync(`${directory}/${name}`, 'utf8')) as Result,
	]);
	const unknown = kept.filter(([kind]) => !(kind in kinds) && !kind.startsWith('this-'));
	if (unknown.length > 0) {
		const all = unknown.map(([kind]) => kind).join(', ');
		throw new Error(`scripts/machines/kinds.ts does not name ${all}.`);
	}

	return new Map(kept.filter(([kind]) => kind in kinds));
}

function firstOf([title = '']: Row): string {
	return title;
}
