import { expect, test } from '@jest/globals';
import type { Key } from 'ink';
import { keyNames } from '../../src/tui/key-names.ts';
import { actionOf, bindings, keyTable } from '../../src/tui/keys.ts';

test('no key has two meanings', () => {
	const keys = bindings.flatMap((binding) => binding.keys);
	expect(new Set(keys).size).toBe(keys.length);
});

test.each([
	['', { return: true }, ['forward']],
	['', { rightArrow: true }, ['forward']],
	[' ', {}, ['forward']],
	['', { leftArrow: true }, ['back']],
	['c', { ctrl: true }, ['stop']],
	['G', { shift: true }, ['last']],
	['g', {}, ['first']],
	['', { escape: true }, ['close']],
	['jG\r', {}, ['jump', 'last', 'forward']],
	['\r\u0003', {}, ['forward', 'stop']],
	['d', { ctrl: true }, [undefined]],
	['q', { meta: true }, []],
	['\u007f', {}, ['erase']],
	['', { delete: true }, ['erase']],
	['z', {}, [undefined]],
])('%j with %j is %j', (input, key, actions) => {
	expect(keyNames(input, key as Key).map((name) => actionOf(name))).toEqual(actions);
});

test('the table for the README has every key', () => {
	const table = keyTable();
	for (const { keys, meaning } of bindings) {
		for (const key of keys) {
			expect(table).toContain(`\`${key}\``);
		}
		expect(table).toContain(meaning);
	}
	expect(table.split('\n')).toHaveLength(bindings.length + 2);
});
