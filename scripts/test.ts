// `npm test`: sets everything up, checks the code, runs every test the machine allows.
import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';
import { impure } from '../test/projects.ts';
import { isAbandoned, makeDirectory, nameOf } from '../test/helpers/directory.ts';
import { signals } from '../test/helpers/signals.ts';
import { removeControlGroups } from './test/enclosure/control-groups.ts';
import { enclosureOptions } from './test/enclosure/enclosure-options.ts';
import { canEnclose, type Enclosure, makeEnclosure } from './test/enclosure/make-enclosure.ts';
import { endGroups, startGroup } from './test/groups.ts';
import { awaitInstalledPrograms } from './test/installed-programs.ts';
import { installPackages } from './test/install-packages.ts';
import { imageOf } from './machines/image.ts';
import { recipes } from './machines/kinds.ts';
import { obstacleTo } from './machines/obstacle.ts';
import { root } from './run/root.js';
import { booted, makeShards, type Shard } from './test/shards.ts';
import { type FileTimes, tellTimes } from './test/times.ts';

/** In CI every test must be run, except those of machines that cannot exist there. */
const mustRun = Boolean(process.env['MUST_RUN']);
const words = process.argv.slice(2);

installPackages({ all: mustRun });
const directory = makeDirectory(['pure', 'others', 'booted', 'some']);
const enclosures: Enclosure[] = [];
let tearDown: () => void = () => undefined;
let isInterrupted = false;
for (const signal of signals) {
	process.on(signal, () => void interrupt(signal));
}
try {
	process.exitCode = await (words.length > 0 ? runSome() : runAll());
} finally {
	removeAll();
}

async function runSome(): Promise<number> {
	return (await lint()) ? conclude([await jest('some', words)], true) : 1;
}

async function runAll(): Promise<number> {
	// What an earlier run kept for the table of machines.
	rmSync(`${root}test/machines/results`, { recursive: true, force: true });
	const [isClean, pure] = await Promise.all([
		lint(),
		jest('pure', ['--maxWorkers=100%', '--selectProjects', 'pure']),
	]);
	// What is wrong already is told before the long tests; in CI they say what else is.
	if (!isClean || (pure.status !== 0 && !mustRun)) {
		console.log('The tests of this machine and of others were not run.');
		return conclude([pure], isClean);
	}

	// So that two tests that boot the same machine do not both build it.
	for (const recipe of recipes) {
		if (obstacleTo(recipe) === undefined) {
			imageOf(recipe);
		}
	}

	// Once for all runs. They use libraries that may have been installed just now.
	const { default: setUp } = await import('../test/helpers/set-up.mts');
	({ default: tearDown } = await import('../test/helpers/tear-down.mts'));
	await setUp();
	removeControlGroups(isAbandoned);
	const runs = await Promise.all(
		canEnclose(`${directory}/${nameOf('trial')}`, enclosureOptions(1024))
			? makeShards().map(runEnclosed)
			: runOnTheMachine(),
	);
	// What is said of the machines must be what they have just done, and of what we ship no danger known.
	const checks = mustRun ? [['machines', '--check'], ['audit']] : [];
	const held = checks.map((check) => succeeds(...check));
	return conclude([pure, ...runs], !held.includes(false));
}

/**
 * Where no enclosures can be made, as by an ordinary user, all see each other: one file at a time, because of the
 * inventories. Those that boot machines see nothing of the others, and leave them the processor: an emulated machine
 * keeps one busy, while most tests sleep for most of their time.
 */
function runOnTheMachine(): readonly Promise<Run>[] {
	const environment = { IS_SET_UP: '1' };
	return [
		jest('others', [`--testPathIgnorePatterns=${booted}`, '--selectProjects', ...impure], {
			environment,
		}),
		jest('booted', [booted, '--maxWorkers=2', '--selectProjects', 'machines'], {
			before: ['nice', '-n', '10'],
			environment,
		}),
	];
}

function runEnclosed({ name, files, shares, workers }: Shard): Promise<Run> {
	const enclosure = makeEnclosure(`${directory}/${nameOf(name)}`, enclosureOptions(shares));
	enclosures.push(enclosure);
	return jest(
		name,
		[`--maxWorkers=${workers}`, '--selectProjects', ...impure, '--runTestsByPath', ...files],
		{
			before: enclosure.command,
			environment: { IS_SET_UP: '1' },
			place: '/tmp',
			outside: enclosure.outside,
		},
	);
}

function removeAll(): void {
	for (const enclosure of enclosures) {
		enclosure.remove();
	}
	tearDown();
	rmSync(directory, { recursive: true, force: true });
}

/** Says what the tools have to say once all have ended: Jest writes in the meantime. */
async function lint(): Promise<boolean> {
	const child = startGroup(process.execPath, ['scripts/run.js', 'lint'], {
		stdio: ['ignore', 'inherit', 'pipe'],
	});
	const [said, status] = await Promise.all([
		child.stderr === null ? '' : text(child.stderr),
		exitOf(child),
	]);
	await unlessInterrupted();
	process.stderr.write(said);
	return status === 0;
}

/** What Jest writes of a run. */
type Results = {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly testResults: readonly (FileTimes & {
		readonly assertionResults: readonly {
			readonly status: string;
			readonly title: string;
			readonly fullName: string;
		}[];
	})[];
};

type Run = Results & { readonly status: number | null };

type Around = {
	/** What stands before the command. */
	readonly before?: readonly string[];
	readonly environment?: Readonly<Record<string, string>>;
	/** Where it writes what becomes of the tests. */
	readonly place?: string;
	/** Where a file that is there is for us. */
	readonly outside?: (path: string) => string;
};

/**
 * @param name of the file for what becomes of the tests
 * @param words which tests, and how
 * @returns what became of the tests, as Jest tells it
 */
async function jest(
	name: string,
	words: readonly string[],
	{ before = [], environment = {}, place = directory, outside = (path) => path }: Around = {},
): Promise<Run> {
	const results = `${place}/${name}.json`;
	const [file = '', ...others] = [
		...before,
		process.execPath,
		'--import=./scripts/run/typescript.js',
		'--experimental-vm-modules',
		'--disable-warning=ExperimentalWarning',
		'node_modules/jest/bin/jest.js',
		'--json',
		`--outputFile=${results}`,
		...words,
	];
	const child = startGroup(file, others, {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, ...environment },
	});
	const status = await exitOf(child);
	await unlessInterrupted();
	return { ...(JSON.parse(readFileSync(outside(results), 'utf8')) as Results), status };
}

/** @returns the exit code */
function conclude(runs: readonly Run[], isTrue: boolean): number {
	const skipped = runs
		.flatMap(({ testResults }) => testResults)
		.flatMap(({ assertionResults }) => assertionResults)
		.filter((test) => test.status === 'pending');
	for (const { fullName } of skipped) {
		console.log(`skipped: ${fullName}`);
	}

	tellTimes(runs);
	const sum = (name: 'numPassedTests' | 'numFailedTests') =>
		runs.reduce((sum, run) => sum + run[name], 0);
	const [passed, failed] = [sum('numPassedTests'), sum('numFailedTests')];
	console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
	const avoidable = skipped.filter(({ title }) => !title.includes('(cannot exist here: '));
	const isWhole = isTrue && !(mustRun && avoidable.length > 0);
	const failure = runs.find(({ status }) => status !== 0);
	return failure?.status ?? (failure === undefined && isWhole ? 0 : 1);
}

/** @returns whether a script of ours did */
function succeeds(...script: readonly string[]): boolean {
	const words = ['scripts/run.js', ...script];
	return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** Ends what was started, and removes what was made. A second signal changes nothing: npm sends its own. */
async function interrupt(signal: NodeJS.Signals): Promise<void> {
	if (isInterrupted) {
		return;
	}
	isInterrupted = true;
	// The terminal may be gone.
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', () => undefined);
	}
	await endGroups(signal);
	await awaitInstalledPrograms();
	removeAll();
	process.exit(128 + constants.signals[signal]);
}

/** What was started and has ended for a signal says nothing; the rest is done by `interrupt`. */
async function unlessInterrupted(): Promise<void> {
	if (isInterrupted) {
		await new Promise(() => undefined);
	}
}

/** @returns its exit code; null where a signal ended it */
async function exitOf(child: ChildProcess): Promise<number | null> {
	const [status] = (await once(child, 'exit')) as [number | null];
	return status;
}
