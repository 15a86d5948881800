import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';
import { options } from './esbuild-options.js';

/** What Jest, also in its workers, compiles tests with: the compiler, and the flags, that make the published bundle. */
export default {
	/** @type {(source: string, path: string, options: { readonly configString: string }) => string} */
	getCacheKey: (source, path, { configString }) =>
		createHash('sha256')
			.update([source, path, configString, version, JSON.stringify(options)].join('\0'))
			.digest('hex'),
	/** @type {(source: string, path: string) => { code: string }} */
	process: (source, path) =>
		transformSync(source, {
			...options,
			sourcefile: path,
			loader: path.endsWith('.sh') ? 'text' : path.endsWith('x') ? 'tsx' : 'ts',
		}),
};
