/**
 * How one TypeScript file is compiled, where it is run without being bundled: a script, or a test.
 * @satisfies {import('esbuild').TransformOptions}
 */
export const options = /** @type {const} */ ({
	format: 'esm',
	target: 'node20',
	jsx: 'automatic',
	sourcemap: 'inline',
	sourcesContent: false,
});
