import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { linesOf, readWorkflow, workflowTexts } from '../helpers/workflows.ts';

const { engines, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	readonly engines: { readonly node: string };
	readonly scripts: Readonly<Record<string, string>>;
};
const files = [...workflowTexts.keys()];
const jobsOf = (file: string) => Object.values(readWorkflow(file).jobs);

/** What a runner has of its own. */
const installed = ['sudo', 'gh'];
/** What npm does without a script of ours. */
const npms = ['ci', 'publish'];

test.each(files)('%s runs only what there is', (file) => {
	const lines = jobsOf(file).flatMap(linesOf);
	expect(lines).not.toEqual([]);
	for (const line of lines) {
		expect({ line, missing: missingIn(line) }).toEqual({ line, missing: [] });
	}
});

test.each([
	['npm run song', ['npm run song']],
	['npm sing', ['npm sing']],
	['node scripts/song.js', ['scripts/song.js']],
	['node scripts/run.js song', ['scripts/song.ts']],
	['sudo env A=1 .ci/song', ['.ci/song']],
	['sing aloud', ['sing']],
])('what is not there is found: %s', (line, missing) => {
	expect(missingIn(line)).toEqual(missing);
});

test.each(files)('%s lets no job go on for ever, nor write without saying what', (file) => {
	expect(readWorkflow(file).permissions).toEqual({ contents: 'read' });
	for (const job of jobsOf(file)) {
		expect(job['timeout-minutes']).toBeGreaterThan(0);
	}
});

test.each(files)('%s names each action by its commit, with the version beside it', (file) => {
	const uses = workflowTexts.get(file)?.match(/uses:.*/g) ?? [];
	expect(uses).not.toEqual([]);
	for (const one of uses) {
		expect(one).toMatch(/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	}
});

test('CI runs the whole check once, and something with each newer Node.js', () => {
	const jobs = jobsOf('ci.yml');
	expect(jobs.filter((job) => linesOf(job).some(isWholeCheck))).toHaveLength(1);
	const versions = jobs.flatMap((job) => job.strategy?.matrix['version'] ?? []);
	const oldest = Number.parseInt(engines.node.replace('>=', ''), 10);
	const whole = jobs.flatMap(({ steps }) => steps.map((step) => step.with?.['node-version']));
	expect(whole).toContain(String(oldest));
	expect(versions).toEqual(['22', '24']);
});

test('nothing is published that was not tested, and only where nothing else runs', () => {
	const { on, jobs } = readWorkflow('release.yml');
	expect(on).toEqual({ push: { tags: ['v*'] } });
	const { pack, publish } = jobs;
	expect(pack && linesOf(pack)).toEqual(
		expect.arrayContaining([expect.stringMatching(/\.ci\/run$/)]),
	);
	expect(pack?.permissions).toBeUndefined();
	expect(publish?.needs).toBe('pack');
	expect(publish?.permissions).toEqual({ contents: 'write', 'id-token': 'write' });
	expect(publish && linesOf(publish)).toEqual([
		expect.stringMatching(/^npm publish \S+\.tgz --provenance --access public$/),
		expect.stringMatching(/^gh release create /),
	]);
	expect(publish?.steps.map(({ uses }) => uses)).not.toContainEqual(
		expect.stringContaining('checkout'),
	);
});

function isWholeCheck(line: string): boolean {
	return line.endsWith('.ci/run');
}

/** The scripts, files and programs that a line names and that are not there. */
function missingIn(line: string): readonly string[] {
	const [program = '', ...words] = line
		.replace(/^sudo (env( (-u )?[A-Z]\S*| "[^"]*")* )?/, '')
		.split(' ');
	if (program === 'npm') {
		const [command = '', name = ''] = words;
		const isThere =
			command === 'run' ? name in scripts : command in scripts || npms.includes(command);
		return isThere ? [] : [command === 'run' ? `npm run ${name}` : `npm ${command}`];
	}

	if (program === 'node' || program === '"$(which') {
		const [script, name] = words;
		const files = script === 'scripts/run.js' ? [script, `scripts/${String(name)}.ts`] : words;
		return files.filter((file) => /\.[jt]s$/.test(file) && !isMade(file) && !existsSync(file));
	}

	if (program.startsWith('.')) {
		return isExecutable(program) ? [] : [program];
	}

	return ['sysctl', ...installed].includes(program) ? [] : [program];
}

/** The build makes it. */
function isMade(file: string): boolean {
	return file === 'dist/entry.js';
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
