import { expect, test } from '@jest/globals';
import { build, type Metafile } from 'esbuild';

test('what is loaded on a machine without Linux has nothing of the rooms that need it', async () => {
	const { metafile } = await build({
		entryPoints: ['src/commands/without-linux.ts'],
		bundle: true,
		write: false,
		metafile: true,
		outdir: 'unused',
		platform: 'node',
		format: 'esm',
		jsx: 'automatic',
		alias: { 'react-devtools-core': './scripts/build/no-devtools.ts' },
	});
	const loaded = filesLoadedBy('src/commands/without-linux.ts', metafile);
	expect(loaded).toContain('src/without-linux/ways-to-linux.ts');
	expect(loaded.filter((file) => /^src\/(stage|kernel|tui)\//.test(file))).toEqual([]);
	// The recorded walkthrough is loaded when it is asked for.
	const all = Object.keys(metafile.inputs);
	expect(all).toContain('src/tui/app.tsx');
	expect(all.filter((file) => file.startsWith('src/stage/'))).toEqual([]);
});

/** With all that it imports, as soon as it is imported. */
function filesLoadedBy(file: string, { inputs }: Metafile): readonly string[] {
	const loaded = new Set([file]);
	for (const one of loaded) {
		for (const { path, kind } of inputs[one]?.imports ?? []) {
			if (kind !== 'dynamic-import') {
				loaded.add(path);
			}
		}
	}

	return [...loaded];
}
