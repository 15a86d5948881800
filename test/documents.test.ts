import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const documents = ['CONTRIBUTING.md', 'SECURITY.md'];
const read = (file: string) => readFileSync(file, 'utf8');

test.each(documents)('every file that %s names is there', (document) => {
	const named = filesNamedIn(read(document));
	expect(named.length).toBeGreaterThan(5);
	expect(named.filter((file) => !existsSync(file))).toEqual([]);
});

test('files are found in backticks and behind links, and what only looks like one is not', () => {
	const text = [
		'`src/song.ts` and `src/songs/`, [songs](docs/songs.md#all), `song.yaml`,',
		'`lessons/NN-name/lesson.md`, `/proc/self`, `~/.cache/songs`, `dist/`, `npm run sing`,',
		'`a`, `containers-under-the-hood/songs.json`, `THIRD_PARTY_NOTICES`, `sing()`, [ours](https://example.org/songs.md)',
	].join('\n');
	expect(filesNamedIn(text)).toEqual(['src/song.ts', 'src/songs/', 'song.yaml', 'docs/songs.md']);
});

test('CONTRIBUTING names each room of the source once', () => {
	const drawn = /^src\/\n((?: {2}.*\n)+)/m.exec(read('CONTRIBUTING.md'))?.[1] ?? '';
	const rooms = [...drawn.matchAll(/^ {2}(\S+?)\/? +/gm)].map(([, room]) => room);
	expect(rooms.sort()).toEqual(readdirSync('src').sort());
});

test.each(documents)('%s leads to where the program lives', (document) => {
	const { homepage } = JSON.parse(read('package.json')) as { homepage: string };
	const address = homepage.replace('#readme', '');
	const addresses = [...read(document).matchAll(/\((https:\/\/github\.com\/[^)]*)\)/g)];
	expect(addresses).not.toEqual([]);
	for (const [, one = ''] of addresses) {
		expect(one.startsWith(`${address}/`)).toBe(true);
	}
});

/** Without those that a build, a test or the program makes, and those with a placeholder in capitals. */
function filesNamedIn(text: string): readonly string[] {
	const inBackticks = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);
	const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, name = '']) => name);
	return [...inBackticks.filter(isFile), ...linked];
}

function isFile(name: string): boolean {
	const isPath =
		/^(\.?[\w-]+\/)+[\w.-]*$/.test(name) || /^[\w-]+\.(ts|tsx|js|json|md|ya?ml)$/.test(name);
	return (
		isPath &&
		!/(^|\/)[A-Z]{2}-/.test(name) &&
		!/^(dist|test\/results|containers-under-the-hood.*)\//.test(name)
	);
}
