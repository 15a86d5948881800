import { expect, test } from '@jest/globals';
import { rows, section } from '../../fixtures/sections.ts';
import { filesOf } from '../../fixtures/snapshots.ts';

test('tells sizes, links, empty files and empty directories', () => {
	const before = { files: filesOf({ 'a.txt': 0, old: 10, same: 1, 'dir/': 0 }) };
	const after = {
		files: filesOf({
			'a.txt': 12,
			same: 1,
			'dir/': 0,
			'dir/bash': 1_265_648,
			'jail/': 0,
			empty: 0,
			'sh -> ': 4,
		}),
	};
	expect(rows('files', before, after)).toEqual([
		'+ dir/bash (1.3 MB)',
		'+ empty (empty)',
		'+ jail/ (empty directory)',
		'+ sh (link)',
		'- old (10 B)',
		'~ a.txt (12 B (was 0 B))',
	]);
	expect(section('files', before, after).unchanged).toBe('1 directory, 1 file');
});

test('lists a small tree file by file', () => {
	const files = filesOf({ 'jail/': 0, 'jail/bin/': 0, 'jail/bin/a': 1, 'jail/bin/b': 1 });
	expect(rows('files', {}, { files })).toEqual(['+ jail/bin/a (1 B)', '+ jail/bin/b (1 B)']);
});

test('folds a copied library tree by directories', () => {
	const files = [
		...filesOf({ 'jail/': 0, 'jail/bin/': 0, 'jail/bin/bash': 1_200_000, 'jail/lib/': 0 }),
		...many(43, 'jail/lib/'),
	];
	expect(rows('files', {}, { files })).toEqual([
		'+ jail/bin/bash (1.2 MB)',
		'+ jail/lib/ (43 files, 4.3 MB)',
	]);
	expect(rows('files', { files }, {})).toContain('- jail/lib/ (43 files, 4.3 MB)');
});

test('counts what is too much for the rows', () => {
	const before = filesOf({ 'jail/': 0 });
	const shown = rows('files', { files: before }, { files: [...before, ...many(43, 'jail/')] });
	expect(shown).toHaveLength(13);
	expect(shown.at(-1)).toBe('+ … and 31 more (3.1 MB)');
});

function many(amount: number, directory: string) {
	const names = Array.from({ length: amount }, (_, n) => `${directory}lib${n}.so`);
	return filesOf(Object.fromEntries(names.map((name) => [name, 100_000])));
}
