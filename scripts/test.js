// `npm test`: sets everything up, checks the code, runs every test the machine allows.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages } from './install-packages.js';
import { imageOf } from './machines/image.js';
import { obstacleTo } from './machines/obstacle.js';
import { debian, ubuntu } from './machines/recipes.js';
import { installLibraries, root, run } from './set-up.js';

/** In CI every test must be run, except those of machines that cannot exist there. */
const mustRun = Boolean(process.env['MUST_RUN']);
const words = process.argv.slice(2);
/** The tests that boot machines of their own. */
const booted = 'test/machines/booted/';

installLibraries();
installPackages({ all: mustRun });
run('npm', ['run', 'lint']);
process.exitCode = await (words.length > 0 ? runSome() : runAll());

async function runSome() {
	return conclude([await jest(words)], true);
}

async function runAll() {
	// What an earlier run kept for the table of machines.
	rmSync(`${root}test/machines/results`, { recursive: true, force: true });
	// So that two tests that boot the same machine do not both build it.
	for (const recipe of [debian, ubuntu]) {
		if (obstacleTo(recipe) === undefined) imageOf(recipe);
	}

	// Once for both runs. They use libraries that may have been installed just now.
	const { default: setUp } = await import('../test/helpers/set-up.js');
	const { default: tearDown } = await import('../test/helpers/tear-down.js');
	await setUp();
	process.env['IS_SET_UP'] = '1';
	// Those that boot machines see nothing of the others, and leave them the processor: an emulated
	// machine keeps one busy, while most tests sleep for most of their time.
	const runs = await Promise.all([
		jest([`--testPathIgnorePatterns=${booted}`]),
		jest(['--maxWorkers=2', booted], ['nice', '-n', '10']),
	]);
	delete process.env['IS_SET_UP'];
	tearDown();
	// What is said of the machines must be what they have just done.
	return conclude(runs, !mustRun || succeeds('scripts/machines.js', '--check'));
}

/**
 * @param words which tests, and how
 * @param before what stands before the command
 * @returns what became of the tests, as Jest tells it
 */
async function jest(words, before = []) {
	const directory = mkdtempSync(join(tmpdir(), 'containers-under-the-hood-tests-'));
	const results = join(directory, 'results.json');
	const [file, ...others] = [
		...before,
		process.execPath,
		'--experimental-vm-modules',
		'--disable-warning=ExperimentalWarning',
		'node_modules/jest/bin/jest.js',
		'--json',
		`--outputFile=${results}`,
		...words,
	];
	const child = spawn(file, others, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
	const [status] = await once(child, 'exit');
	const told = JSON.parse(readFileSync(results, 'utf8'));
	rmSync(directory, { recursive: true });
	return { ...told, status };
}

/** @returns the exit code */
function conclude(runs, isTrue) {
	const skipped = runs
		.flatMap(({ testResults }) => testResults)
		.flatMap(({ assertionResults }) => assertionResults)
		.filter((test) => test.status === 'pending');
	for (const { fullName } of skipped) {
		console.log(`skipped: ${fullName}`);
	}

	const sum = (name) => runs.reduce((sum, run) => sum + run[name], 0);
	const [passed, failed] = [sum('numPassedTests'), sum('numFailedTests')];
	console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
	const avoidable = skipped.filter(({ title }) => !title.includes('(cannot exist here: '));
	const isWhole = isTrue && !(mustRun && avoidable.length > 0);
	return runs.find(({ status }) => status !== 0)?.status ?? (isWhole ? 0 : 1);
}

function succeeds(...script) {
	return spawnSync(process.execPath, script, { cwd: root, stdio: 'inherit' }).status === 0;
}
