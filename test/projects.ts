import { readdirSync } from 'node:fs';

const here = new URL('.', import.meta.url);

/**
 * The Jest projects, by what their tests need of the machine, with the folders that belong to each. All other
 * tests are `pure`: they need Node.js and nothing else. Only this file knows.
 */
const folders: Readonly<Record<string, readonly string[]>> = {
	/** This kernel, as root where that may be. */
	real: ['kernel', 'stage', 'challenges', 'real'],
	/** A pseudo terminal, and mostly this kernel as well. */
	terminal: ['terminal'],
	/** Other machines: booted in QEMU, in Docker, with another Node.js, with another root. */
	machines: ['machines'],
};

export const projects = ['pure', ...Object.keys(folders)];

/** Those that see and change the machine: they need the set-up, and see each other where nothing parts them. */
export const impure = projects.filter((name) => name !== 'pure');

/** @param path of a test, as `test/engine/decode.test.ts` */
export function projectOf(path: string): string {
	const [, folder = ''] = path.split('/');
	return impure.find((name) => folders[name]?.includes(folder)) ?? 'pure';
}

/** Returns the paths of all tests, as `test/engine/decode.test.ts`. */
export function testFiles(): readonly string[] {
	return readdirSync(here, { recursive: true, encoding: 'utf8' })
		.map((file) => `test/${file}`)
		.filter((path) => /\.test\.tsx?$/.test(path));
}

/** What Jest calls `testMatch`. */
export function patternsOf(project: string): string[] {
	const paths = readdirSync(here, { withFileTypes: true })
		.map((entry) => (entry.isDirectory() ? `test/${entry.name}/**/` : 'test/'))
		.filter((path) => projectOf(path) === project);
	return [...new Set(paths)].map((path) => `<rootDir>/${path}*.test.{ts,tsx}`);
}
