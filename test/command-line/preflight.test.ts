import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { transformSync } from 'esbuild';
import { commands } from '../../src/command-line/commands.ts';
import { preflight, type Start } from '../../src/command-line/preflight.ts';

const good: Start = {
	platform: 'linux',
	nodeVersion: '20.20.2',
	stdinIsTTY: true,
	stdoutIsTTY: true,
	words: [],
};
const piped = { ...good, stdinIsTTY: false, stdoutIsTTY: false };
const mac = { ...good, platform: 'darwin' };

test.each<[string, Start]>([
	['the walkthrough in a terminal', good],
	['the oldest Node.js that will do', { ...good, nodeVersion: '20.12.0' }],
	['a Node.js of the future', { ...good, nodeVersion: '100.0.0-pre' }],
	['a run in a pipe', { ...piped, words: ['run', '--plain'] }],
	['the walkthrough as lines of text in a pipe', { ...piped, words: ['--plain'] }],
	['a mistake, which the parser tells better', { ...piped, words: ['--plian'] }],
	['help anywhere', { ...mac, words: ['--help', 'run'] }],
	['a replay anywhere', { ...mac, words: ['replay', 'run.ndjson'] }],
	['a list anywhere', { ...mac, words: ['--plain', 'list'] }],
	['an export anywhere', { ...mac, words: ['export', 'limits'] }],
	['a check anywhere', { ...mac, words: ['check', 'run'] }],
])('%s may start', (_what, start) => {
	expect(preflight(start)).toBeUndefined();
});

test.each<[string, Start, string]>([
	[
		'an old Node.js',
		{ ...good, nodeVersion: '18.19.0' },
		'needs Node.js 20.12 or newer, and this is 18.19.0',
	],
	['a Node.js a little too old', { ...good, nodeVersion: '20.11.1' }, 'and this is 20.11.1'],
	[
		'a very old one, even for a list',
		{ ...mac, nodeVersion: '8.0.0', words: ['list'] },
		'and this is 8.0.0',
	],
	['the walkthrough on a Mac', mac, 'by the Linux kernel, and this is macOS'],
	['its lines of text on a Mac', { ...mac, words: ['--plain'] }, 'macOS'],
	['a run on Windows', { ...good, platform: 'win32', words: ['run'] }, 'and this is Windows'],
	[
		'the doctor elsewhere',
		{ ...good, platform: 'freebsd', words: ['doctor'] },
		'and this is freebsd',
	],
	['a clean-up on a Mac', { ...mac, words: ['cleanup', '--json'] }, 'macOS'],
	['no keyboard', { ...good, stdinIsTTY: false }, 'standard input is none'],
	['no screen', { ...good, stdoutIsTTY: false, words: ['--no-motion'] }, 'standard output is none'],
	['neither', piped, '`containers-under-the-hood run --plain`'],
])('%s is refused in one sentence with exit code 1', (_what, start, words) => {
	const refusal = preflight(start);
	expect(refusal?.code).toBe(1);
	expect(refusal?.message).toContain(words);
	expect(refusal?.message).toMatch(/^[^\n]+\.$/);
});

test('only for the walkthrough is something else looked for, and only on another system', () => {
	const looksAround = (start: Start) => preflight(start)?.looksAround;
	expect(looksAround(mac)).toBe(true);
	expect(looksAround({ ...mac, words: ['--plain', '--no-color'] })).toBe(true);
	expect(looksAround({ ...piped, platform: 'win32' })).toBe(true);
	expect(looksAround({ ...mac, words: ['run'] })).toBe(false);
	expect(looksAround({ ...mac, nodeVersion: '18.19.0' })).toBe(false);
	expect(looksAround(piped)).toBe(false);
});

test('a command that is new here must be sorted into those that need Linux and those that do not', () => {
	const refused = Object.keys(commands).filter((word) => preflight({ ...mac, words: [word] }));
	expect(refused).toEqual(['run', 'doctor', 'review', 'cleanup']);
});

test.each([
	'entry',
	'command-line/closed-terminals',
	'command-line/preflight',
	'command-line/version',
])('an old Node.js understands src/%s.ts, so that it can say that it is old', (name) => {
	const path = fileURLToPath(new URL(`../../src/${name}.ts`, import.meta.url));
	const source = readFileSync(path, 'utf8');
	const translate = (target: string) =>
		transformSync(source, {
			loader: 'ts',
			target,
			format: 'esm',
			minifySyntax: true,
			define: { 'globalThis.PROGRAM_VERSION': '"1.2.3"' },
		}).code;
	// What the old one does not understand would be translated for it, or be an error.
	expect(translate('node20')).toBe(translate('node12.22'));
});
