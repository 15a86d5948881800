import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { bundledPackages } from '../../scripts/notices/bundled-packages.ts';
import { drawNotices } from '../../scripts/notices/draw-notices.ts';

test('two versions of a package are both listed, each with its own licence', async () => {
	const { text, complaints } = drawNotices(
		await bundledIn({
			'index.js': "import 'a'; import 'b';",
			'node_modules/a/package.json': manifest('a', '1.0.0', 'MIT'),
			'node_modules/a/index.js': 'console.log("the first");',
			'node_modules/a/license': 'Text of the first.',
			'node_modules/b/package.json': manifest('b', '3.0.0', 'Apache-2.0'),
			'node_modules/b/index.js': "import 'a'; console.log('b');",
			'node_modules/b/LICENCE.md': 'Text of b.\r\n',
			'node_modules/b/Notice.txt': 'Notice of b.',
			'node_modules/b/node_modules/a/package.json': manifest('a', '2.0.0', 'ISC', 'esm/index.js'),
			// Says only how files are read; the package is the one above.
			'node_modules/b/node_modules/a/esm/package.json': '{"type": "module"}',
			'node_modules/b/node_modules/a/esm/index.js': 'console.log("the second");',
			'node_modules/b/node_modules/a/COPYING': 'Text of the second.',
		}),
	);
	expect(text.split(/\n=+\n\n/).slice(1)).toEqual([
		'a 1.0.0 (MIT)\n\nText of the first.\n',
		'a 2.0.0 (ISC)\n\nText of the second.\n',
		'b 3.0.0 (Apache-2.0)\n\nText of b.\n\nNotice of b.\n',
	]);
	expect(complaints).toEqual([]);
});

test('what is installed, or imported, and not in what ships is not listed', async () => {
	const packages = await bundledIn({
		'index.js': "import { unused } from 'a'; console.log('ours');",
		'node_modules/a/package.json': manifest('a', '1.0.0', 'MIT'),
		'node_modules/a/index.js': 'export const unused = () => {};',
		'node_modules/b/package.json': manifest('b', '1.0.0', 'MIT'),
	});
	expect(packages).toEqual([]);
});

test('a licence in an old form is left to a reviewer', async () => {
	const [one] = await bundledIn({
		'index.js': "import 'a';",
		'node_modules/a/package.json':
			'{"name": "a", "version": "1.0.0", "licenses": [{"type": "MIT"}], "author": {"name": "A", "url": "u"}}',
		'node_modules/a/index.js': 'console.log("a");',
	});
	expect(one).toMatchObject({ title: 'a 1.0.0', author: 'A (u)', licenceTexts: [] });
	expect(one?.licence).toBeUndefined();
});

const manifest = (name: string, version: string, license: string, main = 'index.js') =>
	JSON.stringify({ name, version, license, main, type: 'module' });

/** What is found in a program that is bundled from these files. */
async function bundledIn(files: Record<string, string>) {
	const root = mkdtempSync('/tmp/cuth-bundle-');
	try {
		const all = { 'package.json': manifest('ours', '0.0.0', 'MIT'), ...files };
		for (const [file, text] of Object.entries(all)) {
			mkdirSync(dirname(join(root, file)), { recursive: true });
			writeFileSync(join(root, file), text);
		}

		const { metafile } = await build({
			absWorkingDir: root,
			entryPoints: ['index.js'],
			bundle: true,
			write: false,
			metafile: true,
			outdir: 'unused',
		});
		return bundledPackages(metafile, root);
	} finally {
		rmSync(root, { recursive: true });
	}
}
