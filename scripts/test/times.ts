import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { projectOf, projects } from '../../test/projects.ts';
import { root } from '../run/root.js';

/** When Jest ran a test file. */
export type FileTimes = {
	/** Its path. */
	readonly name: string;
	/** Milliseconds since 1970. */
	readonly startTime: number;
	readonly endTime: number;
};

/** Says which test files took longest, and keeps the whole table in test/results/times.md. */
export function tellTimes(runs: readonly { readonly testResults: readonly FileTimes[] }[]): void {
	const rows = runs
		.flatMap(({ testResults }) => testResults)
		.map(
			({ name, startTime, endTime }) =>
				[(endTime - startTime) / 1000, relative(root, name)] as const,
		)
		.sort(([one], [other]) => other - one);
	const sums = projects.map((project) => {
		const own = rows.filter(([, path]) => projectOf(path) === project);
		return [
			own.reduce((sum, [seconds]) => sum + seconds, 0),
			`${project}, ${own.length} files`,
		] as const;
	});

	mkdirSync(`${root}test/results`, { recursive: true });
	writeFileSync(`${root}test/results/times.md`, tableOf([...sums, ...rows]));
	console.log(`The slowest test files (all of them: test/results/times.md):\n`);
	console.log(tableOf([...rows.slice(0, 15), ...sums]));
}

function tableOf(rows: readonly (readonly [seconds: number, what: string])[]): string {
	const lines = rows.map(([seconds, what]) => `| ${seconds.toFixed(1).padStart(7)} | ${what} |`);
	return ['| Seconds | Test file, or project |', '| ------: | :-- |', ...lines, ''].join('\n');
}
