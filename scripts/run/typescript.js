// Has this process import TypeScript, where Node.js cannot by itself: since 22.18 it can. Node.js loads this file a second
// time, in the thread where it asks how modules are loaded; see module.register() in its documentation of `node:module`.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transform } from 'esbuild';
import { options } from './esbuild-options.js';

const { features } = process;
const isAbleItself = 'typescript' in features && Boolean(features.typescript);

if (isMainThread && !isAbleItself) {
	register(import.meta.url);
	process.setSourceMapsEnabled(true);
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
	if (!/\.m?ts$/.test(url)) {
		return nextLoad(url, context);
	}

	const file = fileURLToPath(url);
	const source = await readFile(file, 'utf8');
	const { code } = await transform(source, { ...options, loader: 'ts', sourcefile: file });
	return { format: 'module', source: code, shortCircuit: true };
}
