import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseElf } from '../../src/kernel/elf.ts';
import { elfBytes, type ElfParts } from './elf-bytes.ts';

const arm64Loader = '/lib/ld-linux-aarch64.so.1';

test.each<[string, ElfParts, ReturnType<typeof parseElf>]>([
	[
		'bash of an arm64 Debian',
		{ loader: `${arm64Loader}\0` },
		{ bits: 64, machine: 'arm64', loader: arm64Loader },
	],
	[
		'a program of an x86-64 Alpine',
		{ machine: 62, loader: '/lib/ld-musl-x86_64.so.1\0' },
		{ bits: 64, machine: 'x86-64', loader: '/lib/ld-musl-x86_64.so.1' },
	],
	[
		'a 32 bit program',
		{ bits: 32, machine: 3, loader: '/lib/ld-linux.so.2\0' },
		{ bits: 32, machine: 'x86', loader: '/lib/ld-linux.so.2' },
	],
	[
		'a program of a big-endian machine',
		{ bigEndian: true, machine: 22, loader: '/lib/ld64.so.1\0' },
		{ bits: 64, machine: 's390x', loader: '/lib/ld64.so.1' },
	],
	['a static program', { type: 2 }, { bits: 64, machine: 'arm64', loader: undefined }],
	['a static-pie program', { type: 3 }, { bits: 64, machine: 'arm64', loader: undefined }],
	[
		'a machine that we have no name for',
		{ machine: 9999 },
		{ bits: 64, machine: 'machine 9999', loader: undefined },
	],
])('reads the header of %s', (_what, parts, elf) => {
	expect(parse(elfBytes(parts))).toEqual(elf);
});

test.each<[string, Buffer]>([
	['nothing', Buffer.alloc(0)],
	[
		'a text',
		Buffer.from('Not a program, but long enough to hold a whole header of one. '.repeat(3)),
	],
	['an object file', elfBytes({ type: 1 })],
	['a core dump', elfBytes({ type: 4 })],
	['an unknown class', Buffer.from(elfBytes()).fill(3, 4, 5)],
	['entries of another size', elfBytes({ entrySize: 32 })],
	['no segments', elfBytes({ count: 0 })],
	['more segments than there are', elfBytes({ count: 3 })],
	['more segments than the kernel takes', elfBytes({ count: 65_535 })],
	['segments beyond the end', elfBytes({ tableAt: 2n ** 64n - 1n })],
	['a loader beyond the end', elfBytes({ loader: '/a\0', loaderAt: 2n ** 63n })],
	['a loader of 16 EiB', elfBytes({ loader: '/a\0', loaderSize: 2n ** 64n - 1n })],
	['a loader longer than a path', elfBytes({ loader: `/${'a'.repeat(5000)}\0` })],
	['a loader without an end', elfBytes({ loader: '/lib/ld.so' })],
	['an empty loader', elfBytes({ loader: '\0' })],
])('%s is no program', (_what, bytes) => {
	expect(parse(bytes)).toBeUndefined();
});

test('wherever a real program is cut off, nothing is thrown', () => {
	const bash = readFileSync('/bin/bash').subarray(0, 4096);
	const whole = parse(bash);
	expect(whole?.loader).toMatch(/^\/.*ld.*so/);
	for (let length = 0; length < bash.length; length++) {
		const cut = parse(bash.subarray(0, length));
		expect(cut === undefined || cut.loader === whole?.loader).toBe(true);
	}
});

test('whichever byte of a real header is wrong, nothing is thrown and nothing much is read', () => {
	const bash = readFileSync('/bin/bash').subarray(0, 4096);
	for (let at = 0; at < 1024; at++) {
		for (const value of [0, 0x7f, 0xff]) {
			const bytes = Buffer.from(bash).fill(value, at, at + 1);
			let asked = 0;
			parseElf((offset, length) => {
				asked += length;
				return bytes.subarray(offset, offset + length);
			});
			expect(asked).toBeLessThan(80_000);
		}
	}
});

/** As from a file that has these bytes. */
function parse(bytes: Buffer): ReturnType<typeof parseElf> {
	return parseElf((offset, length) => bytes.subarray(offset, offset + length));
}
