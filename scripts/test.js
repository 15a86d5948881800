// `npm test`: sets everything up, checks the code, runs every test the machine allows.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages } from './install-packages.js';
import { installLibraries, root, run } from './set-up.js';

/** In CI every test must be run, except those of machines that cannot exist there. */
const mustRun = Boolean(process.env['MUST_RUN']);
const words = process.argv.slice(2);

installLibraries();
installPackages({ all: mustRun });
run('npm', ['run', 'lint']);
process.exitCode = runTests();

function runTests() {
	if (words.length === 0) {
		// What an earlier run kept for the table of machines.
		rmSync(`${root}test/machines/results`, { recursive: true, force: true });
	}

	const directory = mkdtempSync(join(tmpdir(), 'containers-under-the-hood-tests-'));
	const results = join(directory, 'results.json');
	const { status } = spawnSync(
		process.execPath,
		[
			'--experimental-vm-modules',
			'--disable-warning=ExperimentalWarning',
			'node_modules/jest/bin/jest.js',
			'--json',
			`--outputFile=${results}`,
			...words,
		],
		{ cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
	);
	const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
		readFileSync(results, 'utf8'),
	);
	rmSync(directory, { recursive: true });
	const skipped = testResults
		.flatMap(({ assertionResults }) => assertionResults)
		.filter((test) => test.status === 'pending');
	for (const { fullName } of skipped) {
		console.log(`skipped: ${fullName}`);
	}

	// What is said of the machines must be what they have just done.
	const isTrue = !mustRun || words.length > 0 || runs('scripts/machines.js', '--check');
	console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
	const avoidable = skipped.filter(({ title }) => !title.includes('(cannot exist here: '));
	return status || (isTrue && !(mustRun && avoidable.length > 0) ? 0 : 1);
}

function runs(...script) {
	return spawnSync(process.execPath, script, { cwd: root, stdio: 'inherit' }).status === 0;
}
