// `npm test`: sets everything up, checks the code, runs every test the machine allows.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installLibraries, root, run } from './set-up.js';

installLibraries();
installPackages();
run('npm', ['run', 'lint']);
process.exitCode = runTests();

/** What the tests use of the system. An ordinary user cannot install it; the tests then name what they skip. */
function installPackages() {
	const tools = { ps: 'procps', unshare: 'util-linux', cgcreate: 'cgroup-tools' };
	const missing = Object.entries(tools)
		.filter(
			([tool]) =>
				spawnSync('sh', ['-c', `PATH=$PATH:/usr/sbin:/sbin; command -v ${tool}`]).status !== 0,
		)
		.map(([, name]) => name);
	if (missing.length > 0 && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
		run('apt-get', ['update', '-qq']);
		run('apt-get', ['install', '-y', '-qq', ...missing]);
	}
}

function runTests() {
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
			...process.argv.slice(2),
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

	console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
	return status || (process.env['MUST_RUN'] && skipped.length > 0 ? 1 : 0);
}
