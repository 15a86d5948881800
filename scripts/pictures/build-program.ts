import { build } from 'esbuild';
import { root } from '../set-up.js';

/** Makes one file of `program.js` and all it imports, as `scripts/build.js` does with the program. */
export const buildProgram = (outfile) =>
	build({
		absWorkingDir: root,
		entryPoints: ['scripts/pictures/program.js'],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		jsx: 'automatic',
		loader: { '.sh': 'text' },
		alias: { 'react-devtools-core': './scripts/no-devtools.js' },
		define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
		banner: {
			js: "import {createRequire as makeRequire} from 'node:module'; const require = makeRequire(import.meta.url);",
		},
		logLevel: 'warning',
	});
