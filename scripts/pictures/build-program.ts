import { build, type BuildResult } from 'esbuild';
import { root } from '../run/root.js';

/** Makes one file of `program.ts` and all it imports, as `scripts/build/bundle.ts` does with the program. */
export const buildProgram = (outfile: string): Promise<BuildResult> =>
	build({
		absWorkingDir: root,
		entryPoints: ['scripts/pictures/program.ts'],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		jsx: 'automatic',
		loader: { '.sh': 'text' },
		alias: { 'react-devtools-core': './scripts/build/no-devtools.ts' },
		define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
		banner: {
			js: "import {createRequire as makeRequire} from 'node:module'; const require = makeRequire(import.meta.url);",
		},
		logLevel: 'warning',
	});
