// `npm run unit`: the pure tests; with words of Jest's, the tests that they name, whatever these need.
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { buildArgv, run } from 'jest';
import { isDone } from '../test/helpers/names.ts';
import { projectOf, testFiles } from '../test/projects.ts';
import { root } from './run/root.js';

/** The words, where a directory stands for what is in it: `test/machine` is not the beginning of `test/machines`. */
const words = process.argv
	.slice(2)
	.map((word) => (isDirectory(word) ? `${word.replace(/\/$/, '')}/` : word));
const {
	_: patterns,
	selectProjects,
	maxWorkers,
	runInBand,
	outputFile,
	watch,
	watchAll,
} = await buildArgv(words);
const selected =
	selectProjects ?? (patterns.length > 0 ? projectsNamedBy(patterns.map(String)) : ['pure']);
const isPure = selected.every((project) => project === 'pure');

const code = isPure || isDone() || watch || watchAll ? undefined : await enclosed();
if (code === undefined) {
	await run([
		...words,
		...(isPure && maxWorkers === undefined && !runInBand ? ['--maxWorkers=100%'] : []),
		...(selectProjects ? [] : ['--selectProjects', ...selected]),
	]);
} else {
	process.exitCode = code;
}

function isDirectory(word: string): boolean {
	return statSync(word, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Those that see or change the machine; what that takes is loaded for them alone. */
async function enclosed(): Promise<number | undefined> {
	const { unitEnclosed } = await import('./test/enclosure/unit-enclosed.ts');
	return unitEnclosed(words, outputFile === undefined ? [] : [dirname(resolve(outputFile))]);
}

/** Jest would make a list of all files for each other project as well. */
function projectsNamedBy(patterns: readonly string[]): string[] {
	const expressions = patterns.map((pattern) => new RegExp(pattern, 'i'));
	const named = testFiles()
		.filter((path) => expressions.some((expression) => expression.test(`${root}${path}`)))
		.map(projectOf);
	// Where they name none, Jest says so.
	return named.length > 0 ? [...new Set(named)] : ['pure'];
}
