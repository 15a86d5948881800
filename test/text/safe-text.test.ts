import { expect, test } from '@jest/globals';
import { createSafeText, keptCharacters, keptLines, makeSafe } from '../../src/text/safe-text.ts';

test.each([
	['plain text', 'total 4\tdrwx', 'total 4\tdrwx'],
	['colours', '\u001B[1;31mred\u001B[0m', 'red'],
	['a cursor that moves', 'a\u001B[2J\u001B[10;10Hb', 'ab'],
	['a C1 control sequence', 'a\u009B31mb', 'ab'],
	['a title, ended by BEL', '\u001B]0;owned\u0007text', 'text'],
	['a link, ended by ST', '\u001B]8;;http://x\u001B\\text\u001B]8;;\u001B\\', 'text'],
	['a device control string', '\u001BPq#0;2;0;0;0\u001B\\text', 'text'],
	['a save and restore of the cursor', '\u001B7text\u001B8', 'text'],
	['control characters', 'a\u0000\u0007\u0008\u000B\u007F\u0085b', 'ab'],
	['text turned around', 'a\u202Eb\u2066c\u200Fd\u061Ce', 'abcde'],
	['line separators', 'a\u2028b\u2029c', 'abc'],
	['a progress line', '10%\r50%\r100%\r', '100%'],
	['a line of Windows', 'text\r', 'text'],
	['other scripts', 'größe 漢字 🐳', 'größe 漢字 🐳'],
])('makes %s safe', (_, raw, safe) => {
	expect(makeSafe(raw)).toBe(safe);
});

test('leaves no control character of an escape sequence that never ends', () => {
	expect(makeSafe('\u001B]0;never ended')).toBe(']0;never ended');
	expect(makeSafe('text\u001B')).toBe('text');
});

test('cuts a long line, but not a character in two', () => {
	expect(makeSafe('x'.repeat(keptCharacters))).toBe('x'.repeat(keptCharacters));
	expect(makeSafe('x'.repeat(keptCharacters + 1))).toBe(`${'x'.repeat(keptCharacters)}…`);
	const cut = makeSafe(`${'x'.repeat(keptCharacters - 1)}🐳🐳`);
	expect(cut).toBe(`${'x'.repeat(keptCharacters - 1)}…`);
});

test('gives the same text whatever the chunks', () => {
	const raw = 'a\u001B[1;31mred\u001B[0m\r\n\u001B]0;title\u0007b\n10%\r50%\r100%\nlast\u001B[K';
	const safe = 'ared\nb\n100%\nlast';
	for (let size = 1; size <= raw.length; size++) {
		const text = createSafeText();
		const chunks = raw.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
		expect(chunks.map((chunk) => text.push(chunk)).join('') + text.end()).toBe(safe);
	}
});

test('shows a line when it is whole, and an unfinished one at the end', () => {
	const text = createSafeText();
	expect(text.push('one\ntw')).toBe('one\n');
	expect(text.push('o\nthr')).toBe('two\n');
	expect(text.end()).toBe('thr');
	expect(text.end()).toBe('');
});

test('keeps the first lines and counts the others', () => {
	const text = createSafeText();
	const shown = Array.from({ length: keptLines + 7 }, (_, n) => text.push(`line ${n}\n`)).join('');
	expect(shown.split('\n').length - 1).toBe(keptLines);
	expect(shown).toMatch(/^line 0\n/);
	text.push('and one more');
	expect(text.dropped()).toBe(7);
	expect(text.end()).toBe('');
	expect(text.dropped()).toBe(8);
});

test('keeps little of a line that does not end', () => {
	const text = createSafeText();
	for (let n = 0; n < 1000; n++) {
		expect(text.push('\u001B[1mx'.repeat(1000))).toBe('');
	}

	expect(text.end()).toMatch(/^x+…$/);
});

test('keeps the last part of a progress line of any length', () => {
	const text = createSafeText();
	for (let n = 0; n < 20_000; n++) {
		text.push(`${n} of 20000\r`);
	}

	text.push('do');
	expect(text.push('ne\n')).toBe('done\n');
	text.push(`${'x'.repeat(50_000)}\r`);
	expect(text.push('new\n')).toBe('new\n');
});
