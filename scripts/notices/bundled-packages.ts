import { dirname, join, relative } from 'node:path';
import type { Metafile } from 'esbuild';
import { type Package, readPackage } from './read-package.ts';

/**
 * The packages that something is from in what esbuild made, one for each directory: of some there are two versions.
 * Our own is not among them.
 * @param root the directory that its paths start from
 */
export function bundledPackages(metafile: Metafile, root: string): readonly Package[] {
	const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
	const packages = new Map(
		files.map((file) => packageAbove(join(root, file))).map((found) => [found.directory, found]),
	);
	return [...packages.values()].filter(({ directory }) => relative(root, directory) !== '');
}

function packageAbove(file: string): Package {
	for (let directory = dirname(file); ; directory = dirname(directory)) {
		const found = readPackage(directory);
		if (found !== undefined) {
			return found;
		}
		if (directory === dirname(directory)) {
			throw new Error(
				`${file} is bundled, and no package.json above it has a name and a version. ` +
					'So nobody can say whose it is. Bundle what npm has installed, or what is in src.',
			);
		}
	}
}
