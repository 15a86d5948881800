import { readFileSync } from 'node:fs';
import { build, type BuildOptions } from 'esbuild';
import { root } from '../run/root.js';

const { version, bugs } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
	readonly version: string;
	readonly bugs: { readonly url: string };
};

/** Libraries in the old module format expect these. */
export const banner = {
	js: [
		"import {createRequire as makeRequire} from 'node:module';",
		'const require = makeRequire(import.meta.url);',
		'const __filename = new URL(import.meta.url).pathname;',
	].join(' '),
};

/** How the program is bundled. */
export const options = {
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
	// What licences ask for is in THIRD_PARTY_NOTICES, also of the libraries that have no such comment.
	legalComments: 'none',
	// Ink asks for its development tools only when DEV is set; the published program has none.
	alias: { 'react-devtools-core': './scripts/build/no-devtools.ts' },
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		'globalThis.PROGRAM_VERSION': JSON.stringify(version),
		'globalThis.PROGRAM_BUGS': JSON.stringify(bugs.url),
	},
	banner,
	logLevel: 'warning',
} as const satisfies BuildOptions;

/** The program with every library inside, in memory, and what of it is from where. */
export const bundleProgram = () => build({ ...options, write: false, metafile: true });
