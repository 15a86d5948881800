import { expect, test } from '@jest/globals';
import { toAscii, toAsciiCells } from '../../src/text/ascii.ts';
import { appearanceOf } from '../../src/command-line/appearance.ts';

test.each([
	['│ ✓ “x” – ↑↓ · ❯ …', '| v "x" - ^v . > .'],
	['╭─┬─╮', '+-+-+'],
	['naïve Übergrößen', 'naive Ubergrosen'],
	['日本', '? ? '],
	['⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏', '-\\|/-\\|/-\\'],
	['plain \x1b[31mred\x1b[39m', 'plain \x1b[31mred\x1b[39m'],
])('%s stays in its columns', (text, ascii) => {
	expect(toAsciiCells(text)).toBe(ascii);
});

test('where there is room, dots are three and arrows have a shaft', () => {
	expect(toAscii('a b … → ←')).toBe('a b ... -> <-');
});

const plain = { motion: true, colour: true, ascii: false, screenReader: false };

test.each([
	[{ LANG: 'C.UTF-8' }, true, false],
	[{ LANG: 'de_DE.utf8' }, true, false],
	[{}, true, false],
	[{ LANG: 'de_DE.ISO-8859-1' }, true, true],
	[{ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }, true, true],
	[{ LC_ALL: 'C' }, false, false],
	[{ TERM: 'linux', LANG: 'C.UTF-8' }, true, true],
])('in %j, on a terminal %j, it is ASCII: %j', (environment, isTerminal, ascii) => {
	expect(appearanceOf(plain, environment, isTerminal).ascii).toBe(ascii);
});

test('the environment may ask for no colour, and for lines to be read', () => {
	expect(appearanceOf(plain, { NO_COLOR: '1' }, true).colour).toBe(false);
	expect(appearanceOf(plain, { INK_SCREEN_READER: 'true' }, true).screenReader).toBe(true);
});
