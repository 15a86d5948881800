import { chmodSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execaSync } from 'execa';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { parseProgram, readProgram } from '../../src/kernel/program-file.ts';
import { downloadArm64Bash } from '../helpers/arm64.ts';
import { elfBytes } from './elf-bytes.ts';
import { hasCompilers } from '../helpers/compile.ts';

let directory = '';
beforeAll(() => {
	directory = mkdtempSync(join(tmpdir(), 'kernel-test-'));
});
afterAll(() => {
	rmSync(directory, { recursive: true });
});

test('the loader that bash names is the one that ldd says starts it', () => {
	const program = readProgram(thisMachine, '/bin/bash');
	expect(program).toMatchObject({ kind: 'elf', bits: 64 });
	const { loader = 'none' } = program as { loader?: string };
	expect(execaSync('ldd', ['/bin/bash']).stdout).toContain(`\t${loader} `);
});

test.each([
	['#!/bin/sh\n', '/bin/sh'],
	['#! \t/usr/bin/env node\nmain()', '/usr/bin/env'],
	['#!/usr/bin/coreutils --coreutils-prog-shebang=ls', '/usr/bin/coreutils'],
	[`#!/bin/sh -e ${'#'.repeat(400)}\n`, '/bin/sh'],
	['#!/bin/\u202Esh\u001B[2J\n', '/bin/sh'],
])('the script %j is read by %s', (text, interpreter) => {
	expect(readProgram(thisMachine, file(text))).toEqual({ kind: 'script', interpreter });
});

test.each([
	['nothing', ''],
	['a text', 'Hello.\n'],
	['a script without a program', '#!\n/bin/sh\n'],
	['a script whose program is longer than the kernel reads', `#!/${'a'.repeat(300)}\n`],
	['half a magic number', '\x7fEL'],
])('%s is no program', (_what, text) => {
	expect(readProgram(thisMachine, file(text))).toBeUndefined();
});

test('a huge file full of nothing is read at once', () => {
	const path = file('#');
	truncateSync(path, 2 ** 40);
	expect(readProgram(thisMachine, path)).toBeUndefined();
});

test('what is no file is no program, and does not hold us up', () => {
	const pipe = join(directory, 'pipe');
	execaSync('mkfifo', [pipe]);
	symlinkSync('/nowhere', join(directory, 'link'));
	for (const path of [pipe, directory, '/dev/zero', join(directory, 'link'), '/nowhere']) {
		expect(readProgram(thisMachine, path)).toBeUndefined();
	}
});

test('a loader that would act on the terminal is made harmless', () => {
	const bytes = elfBytes({ loader: '/lib/\u001B[2Jld.so\0' });
	const program = parseProgram((offset, length) => bytes.subarray(offset, offset + length));
	expect(program).toMatchObject({ loader: '/lib/ld.so' });
});

(hasCompilers() ? test : test.skip).each([
	['musl-gcc', [], expect.stringMatching(/^\/lib\/ld-musl-.*\.so\.1$/)],
	['musl-gcc', ['-static'], undefined],
	['gcc', ['-static'], undefined],
	['gcc', ['-static-pie'], undefined],
])('what %s %j makes names the loader %p', (compiler, options, loader) => {
	const source = join(directory, 'hello.c');
	writeFileSync(source, 'int main(void) { return 0; }');
	const program = join(directory, 'hello');
	execaSync(compiler, [...options, source, '-o', program]);
	expect(readProgram(thisMachine, program)).toMatchObject({ kind: 'elf', bits: 64, loader });
});

const arm64 = downloadArm64Bash();

(arm64 ? test : test.skip)('bash of a real arm64 Debian (needs its package mirror)', () => {
	expect(readProgram(thisMachine, arm64 ?? '')).toEqual({
		kind: 'elf',
		bits: 64,
		machine: 'arm64',
		loader: '/lib/ld-linux-aarch64.so.1',
	});
});

let files = 0;

function file(text: string): string {
	const path = join(directory, `file-${files++}`);
	writeFileSync(path, text);
	chmodSync(path, 0o755);
	return path;
}
