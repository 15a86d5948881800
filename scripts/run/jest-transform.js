import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';

const options = {
	format: 'esm',
	target: 'node20',
	jsx: 'automatic',
	sourcemap: 'inline',
	sourcesContent: false,
};

/** Compiles tests with the compiler, and the flags, that make the published bundle. */
export default {
	getCacheKey: (source, path, { configString }) =>
		createHash('sha256')
			.update([source, path, configString, version, JSON.stringify(options)].join('\0'))
			.digest('hex'),
	process: (source, path) =>
		transformSync(source, {
			...options,
			sourcefile: path,
			loader: path.endsWith('.sh') ? 'text' : path.endsWith('x') ? 'tsx' : 'ts',
		}),
};
