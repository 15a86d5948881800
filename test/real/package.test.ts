import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import { readLessons } from '../../src/commands/lessons-directory.ts';

const asRoot = process.getuid?.() === 0 ? test : test.skip;

/** A network namespace of its own has no network: npx has nothing but the file. */
asRoot(
	'the packed file runs with npx in an empty directory without a network',
	async () => {
		const directory = mkdtempSync('/tmp/cuth-package-');
		await execa('npm', ['pack', '--ignore-scripts', '--pack-destination', directory]);
		const [tarball = ''] = readdirSync(directory);
		expect(tarball).toMatch(/^containers-under-the-hood-.*\.tgz$/);
		const env = { npm_config_cache: join(directory, 'cache'), HOME: directory };
		const { stdout, exitCode } = await execa(
			'unshare',
			['--net', 'npx', '--yes', `./${tarball}`, 'run', '1', '2', '--plain'],
			{ cwd: directory, env, reject: false },
		);
		expect(stdout).toMatch(/2 lessons: 17 steps passed, 0 failed, 0 skipped$/);
		expect(exitCode).toBe(0);
		rmSync(directory, { recursive: true });
	},
	120_000,
);

test('the package has no dependencies', async () => {
	const { stdout } = await execa('npm', ['pkg', 'get', 'dependencies']);
	expect(stdout.trim()).toBe('{}');
});

test('the recordings are in it', async () => {
	const { stdout } = await execa('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
	const [packed] = JSON.parse(stdout) as [{ files: { path: string }[] }];
	const paths = packed.files.map(({ path }) => path);
	const recordings = readdirSync('assets/recordings').map((name) => `assets/recordings/${name}`);
	expect(recordings).not.toEqual([]);
	expect(paths).toEqual(expect.arrayContaining(recordings));
});

test('what the build has parsed is what the lessons say', async () => {
	const built = JSON.parse(readFileSync('dist/lessons.json', 'utf8')) as unknown;
	const lessons = (await readLessons('lessons')).map((lesson) => ({ ...lesson, file: '' }));
	expect(built).toEqual(JSON.parse(JSON.stringify(lessons)));
});
