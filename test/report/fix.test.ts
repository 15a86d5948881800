import { expect, test } from '@jest/globals';
import { breakLine, linesOf, splitFix } from '../../src/report/fix.ts';

test('lines to type are taken out of their sentences, whole and undecorated', () => {
	expect(splitFix('Allow it: `sudo sysctl -w a=1`. Or run it as root: `sudo npx it`.')).toEqual([
		{ kind: 'words', text: 'Allow it:' },
		{ kind: 'line', text: 'sudo sysctl -w a=1' },
		{ kind: 'words', text: 'Or run it as root:' },
		{ kind: 'line', text: 'sudo npx it' },
	]);
});

test('what is only mentioned stays in its sentence', () => {
	const fix =
		'Make it version 2, with the name that `wsl --list` shows: `wsl --set-version NAME 2`.';
	expect(linesOf(fix)).toEqual(['wsl --set-version NAME 2']);
	expect(splitFix(fix)[0]?.text).toBe('Make it version 2, with the name that `wsl --list` shows:');
});

test('a fix without a line is words', () => {
	expect(splitFix('Give the machine a second core.')).toEqual([
		{ kind: 'words', text: 'Give the machine a second core.' },
	]);
});

test('a line that is too wide is broken before options, as a shell reads it', () => {
	const line =
		'docker run --security-opt seccomp=unconfined --security-opt systempaths=unconfined …';
	const lines = breakLine(line, 60);
	expect(lines).toEqual([
		'docker run --security-opt seccomp=unconfined \\',
		'  --security-opt systempaths=unconfined …',
	]);
	expect(lines.join('\n').replaceAll(/ \\\n {2}/g, ' ')).toBe(line);
	expect(breakLine(line, 100)).toEqual([line]);
});

test('a line that cannot be broken is left whole', () => {
	const line = 'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0';
	expect(breakLine(line, 40)).toEqual([line]);
});
