import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { execa } from 'execa';
import { options } from '../../scripts/build/bundle.ts';

// Who is in the program is asked here in another way than where the notices are written, so that they can disagree:
// there by what esbuild tells of its run, here by the source maps, which name each file that something is from.

const directory = mkdtempSync('/tmp/cuth-notices-');
const packed = join(directory, 'package');
beforeAll(async () => {
	await execa('npm', ['pack', '--ignore-scripts', '--pack-destination', directory]);
	const [tarball = ''] = readdirSync(directory);
	await execa('tar', ['-xzf', tarball], { cwd: directory });
});
afterAll(() => {
	rmSync(directory, { recursive: true });
});

test('the packed file has no other code than what is looked at here', async () => {
	const { outputFiles } = await build({ ...options, write: false });
	const made = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
	const code = new Map(
		readdirSync(packed, { recursive: true, encoding: 'utf8' })
			.filter((file) => /\.([cm]?js|node|wasm)$/.test(file))
			.map((file) => [basename(file), readFileSync(join(packed, file), 'utf8')]),
	);
	// By their names: a difference between bundles would be megabytes.
	const names = [...new Set([...made.keys(), ...code.keys()])];
	expect(names.filter((name) => made.get(name) !== code.get(name))).toEqual([]);
});

test('the packed file has a notice for each library inside, with its licence', async () => {
	const notices = readFileSync(join(packed, 'THIRD_PARTY_NOTICES'), 'utf8');
	const parts = notices.split(/^=+$/m);
	const missing = (await librariesInside()).filter((library) => {
		const { name, version } = JSON.parse(readFileSync(`${library}/package.json`, 'utf8')) as {
			name: string;
			version: string;
		};
		const part = parts.find((part) => part.includes(`\n${name} ${version} (`));
		return part === undefined || !words(part).includes(licenceOf(library));
	});
	expect(missing).toEqual([]);
});

/** Their directories. */
async function librariesInside(): Promise<readonly string[]> {
	const { outputFiles } = await build({ ...options, write: false, sourcemap: 'external' });
	const files = outputFiles
		.filter(({ path }) => path.endsWith('.map'))
		.flatMap(({ text }) => (JSON.parse(text) as { sources: string[] }).sources);
	const libraries = files.flatMap(
		(file) => /node_modules\/(.*node_modules\/)?(@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
	);
	// Less than this would be a mistake of the test.
	expect(libraries).toEqual(
		expect.arrayContaining(['node_modules/ink', 'node_modules/yoga-layout']),
	);
	return [...new Set(libraries)];
}

/** For what has no file: what no licence leaves out. */
function licenceOf(library: string): string {
	const file = readdirSync(library).find((name) => /^licen[cs]e/i.test(name));
	return file === undefined
		? 'The above copyright notice and this permission notice shall be included in all copies'
		: words(readFileSync(join(library, file), 'utf8'));
}

const words = (text: string) => text.trim().replaceAll(/\s+/g, ' ');
