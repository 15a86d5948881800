import { expect, test } from '@jest/globals';
import { drawNotices } from '../../scripts/notices/draw-notices.ts';
import type { Package } from '../../scripts/notices/read-package.ts';

const good: Package = {
	directory: '/node_modules/made-up',
	title: 'made-up 1.0.0',
	licence: 'MIT',
	author: 'Somebody',
	repository: undefined,
	licenceTexts: ['You may.'],
	noticeTexts: [],
};

test('a notice has the name, the version, the licence, and the texts', () => {
	const { text, complaints } = drawNotices([{ ...good, noticeTexts: ['From elsewhere.'] }]);
	expect(text).toMatch(/=\n\nmade-up 1\.0\.0 \(MIT\)\n\nYou may\.\n\nFrom elsewhere\.\n$/);
	expect(complaints).toEqual([]);
});

test('what has the same text stands above it together, each once', () => {
	const other = { ...good, title: 'a-made-up 1.0.0', licence: 'ISC' };
	const { text } = drawNotices([good, other, { ...good, directory: '/elsewhere' }]);
	expect(text).toMatch(/=\n\na-made-up 1\.0\.0 \(ISC\)\nmade-up 1\.0\.0 \(MIT\)\n\nYou may\.\n$/);
});

test('what has no licence file is said to have none, with what is known', () => {
	const { text, complaints } = drawNotices([
		{ ...good, title: 'yoga-layout 3.2.1', licenceTexts: [] },
	]);
	expect(text).toContain('Its package has no licence file.');
	expect(text).toContain('author: Somebody\nIts source files say');
	expect(text).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.\n\nPermission is');
	expect(complaints).toEqual([]);
});

test.each<[string, Partial<Package>, string]>([
	[
		'a licence that is not allowed',
		{ licence: 'GPL-3.0-only' },
		'its licence, GPL-3.0-only, is not among those',
	],
	[
		'a choice of licences',
		{ licence: '(MIT OR GPL-2.0)' },
		'its licence, (MIT OR GPL-2.0), is not',
	],
	['no licence', { licence: undefined }, 'its package.json names no licence'],
	['no text', { licenceTexts: [] }, 'its package has no file with the text of its licence, MIT'],
	[
		'another version than the one that was looked at',
		{ title: 'yoga-layout 3.2.2', licenceTexts: [] },
		'its package has no file',
	],
])('%s is refused, with the reason and what to do', (_what, change, reason) => {
	const one = { ...good, ...change };
	const { complaints } = drawNotices([one, one]);
	expect(complaints).toEqual([
		expect.stringContaining(`${one.title} would be bundled, and ${reason}`),
	]);
	expect(complaints[0]).toMatch(/ Do without it; or .* scripts\/notices\/[\w-]+\.ts\.$/);
});
