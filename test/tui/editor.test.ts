import { expect, test } from '@jest/globals';
import { type Editor, editLine, editorOf } from '../../src/tui/editor.ts';

/** `|` is the cursor. */
function after(written: string, ...keys: readonly string[]): string {
	const cursor = Array.from(written).indexOf('|');
	const start: Editor = { text: written.replace('|', ''), cursor };
	const { text, cursor: end } = keys.reduce(editLine, start);
	const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
	return [...characters.slice(0, end), '|', ...characters.slice(end)].join('');
}

test.each([
	['ls|', ['Space', '-', 'l'], 'ls -l|'],
	['ls|', ['←', 'x'], 'lx|s'],
	['|ls', ['→', '→', '→', '!'], 'ls!|'],
	['|ls', ['←', '←'], '|ls'],
	['l|s', ['Home', 'a'], 'a|ls'],
	['l|s', ['Ctrl-E', 'a'], 'lsa|'],
	['ab|c', ['Backspace'], 'a|c'],
	['|c', ['Backspace'], '|c'],
	['a|bc', ['Delete'], 'a|c'],
	['a b|c', ['Ctrl-U'], '|c'],
	['a b|c', ['Ctrl-K'], 'a b|'],
	['chroot my-container ls|', ['Ctrl-W', 'q', 'h', '?'], 'chroot my-container qh?|'],
	['a|', ['Tab', '↑', 'PgDn', 'Ctrl-X', 'F5'], 'a|'],
	['|', ['容', 'e', '\u0301', '←', 'Backspace'], '|e\u0301'],
])('%s with %j is %s', (written, keys, result) => {
	expect(after(written, ...keys)).toBe(result);
});

test('one begins to write at the end', () => {
	expect(editorOf('ls -l')).toEqual({ text: 'ls -l', cursor: 5 });
});
