import { expect, test } from '@jest/globals';
import { visibleJson } from '../../src/text/visible-json.ts';
import { makeAllVisible, makeLinesVisible, makeVisible } from '../../src/text/visible-text.ts';

test.each([
	['a clipboard that is written', 'f\u001B]52;c;UFdO\u0007', 'f\\033]52;c;UFdO\\007'],
	['a screen that is cleared', 'f\u001B[2J', 'f\\033[2J'],
	['a C1 control sequence', 'f\u009B2J', 'f\\u009b2J'],
	['a deletion', 'f\u007F\u0008', 'f\\177\\010'],
	['a name on two lines', 'one\ntwo\tthree', 'one\\012two\\011three'],
	['a name that is turned around', 'exe.\u202Etxt', 'exe.\\u202etxt'],
	['separators of lines', 'a\u2028b', 'a\\u2028b'],
	['other scripts', 'größe 漢字 🐳', 'größe 漢字 🐳'],
	['a backslash', 'a\\033', 'a\\033'],
])('spells out %s', (_, name, shown) => {
	expect(makeVisible(name)).toBe(shown);
});

test('keeps the lines of a text that quotes a name', () => {
	expect(makeLinesVisible('Not "\u001B[2J".\nTry again.')).toBe('Not "\\033[2J".\nTry again.');
});

test('reaches every string in plain data, and changes nothing else', () => {
	const data = { path: 'a\u001Bb', size: 3, inner: [{ names: ['\u202Ec'] }], none: undefined };
	expect(makeAllVisible(data)).toStrictEqual({
		path: 'a\\033b',
		size: 3,
		inner: [{ names: ['\\u202ec'] }],
		none: undefined,
	});
});

test('JSON is read as what was written, and holds nothing that a terminal obeys', () => {
	const value = { text: 'a\u001B\u009B2J\u202Eb\u2028c\n' };
	const json = visibleJson(value);
	expect(json).toBe('{"text":"a\\u001b\\u009b2J\\u202eb\\u2028c\\n"}');
	expect(JSON.parse(json)).toEqual(value);
});
