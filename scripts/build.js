import { chmod, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** Libraries in the old module format expect these. */
const banner = {
	js: [
		"import {createRequire as makeRequire} from 'node:module';",
		'const require = makeRequire(import.meta.url);',
		'const __filename = new URL(import.meta.url).pathname;',
	].join(' '),
};

/**
 * Makes `dist/`: the whole program with every library inside, so that the published package has no
 * dependencies. `entry` is what npx runs, `guard` the process that cleans up after us, `lessons.json` what the
 * lessons say.
 */
export default async function buildProgram() {
	await rm(`${root}dist`, { recursive: true, force: true });
	await build({
		absWorkingDir: root,
		entryPoints: ['src/entry.ts', 'src/stage/guard.ts'],
		entryNames: '[name]',
		outdir: 'dist',
		bundle: true,
		splitting: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		jsx: 'automatic',
		loader: { '.sh': 'text' },
		minify: true,
		legalComments: 'none',
		// Ink asks for its development tools only when DEV is set; the published program has none.
		alias: { 'react-devtools-core': './scripts/no-devtools.js' },
		define: {
			'process.env.NODE_ENV': '"production"',
			'process.env.DEV': '"false"',
			'globalThis.PROGRAM_VERSION': JSON.stringify(version),
		},
		banner,
		logLevel: 'warning',
	});
	await chmod(`${root}dist/entry.js`, 0o755);
	await parseLessons();
}

/** Those with a mistake are left to the program, which tells it. */
async function parseLessons() {
	const file = `${root}dist/parser.mjs`;
	await build({
		stdin: {
			contents:
				"export * from './lessons-directory.ts'; export * from './lesson/lesson-folder.ts';",
			resolveDir: `${root}src`,
		},
		outfile: file,
		bundle: true,
		platform: 'node',
		format: 'esm',
		banner,
	});
	const { readLessonFolders, parseLessonFolders } = await import(`${file}?${Date.now()}`);
	const { parsed } = parseLessonFolders(await readLessonFolders(`${root}lessons`));
	// Where they lie is known when they are read.
	const lessons = parsed.map(({ lesson }) => ({ ...lesson, file: '' }));
	await writeFile(`${root}dist/lessons.json`, JSON.stringify(lessons));
	await rm(file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await buildProgram();
}
