import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { build, type Metafile } from 'esbuild';
import { banner, bundleProgram } from './bundle.ts';
import { bundledPackages } from '../notices/bundled-packages.ts';
import { drawNotices } from '../notices/draw-notices.ts';
import { root } from '../run/root.js';

/**
 * Makes `dist/`: the whole program with every library inside, so that the published package has no
 * dependencies. `entry` is what npx runs, `guard` the process that cleans up after us, `lessons.json` what the
 * lessons say. Beside it `THIRD_PARTY_NOTICES`: the licences of those libraries.
 */
export async function buildProgram(): Promise<void> {
	await rm(`${root}dist`, { recursive: true, force: true });
	const { metafile, outputFiles } = await bundleProgram();
	await writeNotices(metafile);
	await mkdir(`${root}dist`);
	await Promise.all(outputFiles.map(({ path, contents }) => writeFile(path, contents)));
	await chmod(`${root}dist/entry.js`, 0o755);
	await parseLessons();
}

/** Ends this program where something must not be published, so that there is nothing to publish. */
async function writeNotices(metafile: Metafile): Promise<void> {
	const { text, complaints } = drawNotices(bundledPackages(metafile, root));
	if (complaints.length > 0) {
		process.stderr.write(complaints.map((complaint) => `${complaint}\n`).join(''));
		process.exit(1);
	}

	await writeFile(`${root}THIRD_PARTY_NOTICES`, text);
}

type Parser = typeof import('../../src/commands/lessons-directory.ts') &
	typeof import('../../src/lesson/lesson-folder.ts');

/** Those with a mistake are left to the program, which tells it. */
async function parseLessons(): Promise<void> {
	const file = `${root}dist/parser.mjs`;
	await build({
		stdin: {
			contents:
				"export * from './commands/lessons-directory.ts'; export * from './lesson/lesson-folder.ts';",
			resolveDir: `${root}src`,
		},
		outfile: file,
		bundle: true,
		platform: 'node',
		format: 'esm',
		banner,
	});
	const { readLessonFolders, parseLessonFolders } = (await import(
		`${file}?${Date.now()}`
	)) as Parser;
	const { parsed } = parseLessonFolders(await readLessonFolders(`${root}lessons`));
	// Where they lie is known when they are read.
	const lessons = parsed.map(({ lesson }) => ({ ...lesson, file: '' }));
	await writeFile(`${root}dist/lessons.json`, JSON.stringify(lessons));
	await rm(file);
}
