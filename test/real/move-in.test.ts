import {
	chmodSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execaSync } from 'execa';
import { readLessons } from '../../src/commands/lessons-directory.ts';
import { hasCompilers } from '../helpers/compile.ts';
import { commandsOf, definitionsIn, readMoveIn } from '../helpers/move-in.ts';
import { furnish, stageTest } from '../kernel/open-stage.ts';

const lessons = await readLessons('lessons');
const definition = await readMoveIn();

let home = '';
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'cuth-move-in-'));
	for (const directory of ['bin', 'jail']) {
		mkdirSync(join(home, directory));
	}
});
afterEach(() => {
	rmSync(home, { recursive: true });
});

test('move_in is the same in every lesson that has it, and whoever uses it has it', () => {
	expect(definition).toMatch(/^move_in\(\) \{/);
	for (const lesson of lessons) {
		const users = commandsOf(lesson).filter((text) => text.startsWith('move_in '));
		const own = definitionsIn(lesson);
		expect(own).toEqual(users.length > 0 ? [definition] : []);
	}
});

stageTest('a program of this machine moves in, wherever its directories are', () => {
	moveIn('bash', '/bin/ls');
	expect(inJail('bash', '-c', 'echo in; /bin/ls /')).toMatch(/^in\n(.*\n)*bin\n/);
});

stageTest('what is there already is left alone', () => {
	moveIn('bash');
	const [bash = ''] = filesIn('jail').filter((path) => path.endsWith('/bash'));
	writeFileSync(join(home, bash), 'mine');
	moveIn('bash');
	expect(execaSync('cat', [join(home, bash)]).stdout).toBe('mine');
});

stageTest.each([
	['#!/bin/sh', 'read by sh'],
	['#! /bin/bash -e', 'read by bash'],
	['#!/usr/bin/env bash', 'read by bash'],
])('a script that begins with %s brings along what reads it', (first, text) => {
	script('greet', `${first}\necho ${text}`);
	moveIn('greet');
	expect(inJail(join(home, 'bin/greet'))).toBe(text);
});

stageTest('ls that is a script for coreutils, as on Amazon Linux, works', () => {
	script('coreutils', '#!/bin/sh\necho "$1"');
	script('ls', `#!${home}/bin/coreutils --coreutils-prog-shebang=ls`);
	moveIn('ls');
	expect(inJail(join(home, 'bin/ls'))).toBe('--coreutils-prog-shebang=ls');
});

const busybox = execaSync('which', ['busybox'], { reject: false });

(busybox.exitCode === 0 ? stageTest : test.skip)('ls that is a link to busybox works', () => {
	symlinkSync(busybox.stdout, join(home, 'bin/ls'));
	moveIn('ls');
	expect(filesIn('jail').filter((path) => path.endsWith('/busybox'))).toEqual([]);
	expect(inJail(join(home, 'bin/ls'), '-d', '/')).toBe('/');
});

stageTest('where ldd gives the loader two names, as on Arch, both move in', () => {
	const [loader = ''] = /\S*\/ld-linux\S*/.exec(execaSync('ldd', ['/bin/bash']).stdout) ?? [];
	const other = execaSync('realpath', [loader]).stdout;
	script('ldd', `#!/bin/sh\nexec ${other} --list "$1"`);
	expect(run('ldd /bin/bash').stdout).toContain(`${loader} => ${other}`);
	moveIn('bash');
	expect(filesIn('jail')).toEqual(expect.arrayContaining([`jail${loader}`, `jail${other}`]));
	expect(inJail('bash', '-c', 'echo in')).toBe('in');
});

const compiled = hasCompilers() ? stageTest : test.skip;

compiled.each([
	['dynamic', 'musl-gcc', []],
	['static', 'musl-gcc', ['-static']],
])('a %s program of musl moves in with the ldd of musl', (_kind, compiler, options) => {
	const [loader = ''] = readdirSync('/lib').filter((name) => name.startsWith('ld-musl-'));
	symlinkSync(`/lib/${loader}`, join(home, 'bin/ldd'));
	compile(compiler, options);
	moveIn('hello');
	expect(inJail(join(home, 'bin/hello'))).toBe('hello');
});

compiled.each([['-static'], ['-static-pie'], ['-O0']])(
	'a program made with gcc %s moves in',
	(option) => {
		compile('gcc', [option]);
		moveIn('hello');
		expect(inJail(join(home, 'bin/hello'))).toBe('hello');
	},
);

stageTest('on a machine whose /bin is not /usr/bin, programs of both move in', () => {
	const host = join(home, 'host');
	furnish(host, ['/bin/bash', '/bin/cp', '/bin/grep', '/bin/sed', '/bin/ls']);
	furnish(host, ['/usr/sbin/chroot', '/usr/bin/tail', '/usr/bin/env']);
	for (const file of ['/usr/bin/ldd']) {
		cpSync(file, host + file);
	}
	symlinkSync('bash', join(host, 'bin/sh'));
	mkdirSync(join(host, 'dev'));
	writeFileSync(join(host, 'dev/null'), '');
	mkdirSync(join(host, 'jail'));
	expect(readdirSync(join(host, 'usr/bin')).sort()).toEqual(['env', 'ldd', 'tail']);
	const { stdout, stderr } = execaSync(
		'unshare',
		[
			...['--user', '--map-root-user', 'chroot', host, '/bin/bash', '-c'],
			`${definition}\nmove_in jail bash ls tail && chroot jail bash -c 'ls -d /; tail --version'`,
		],
		{ env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' }, extendEnv: false, reject: false },
	);
	expect(stdout).toMatch(/^\/\ntail /);
	expect(stderr).toBe('');
});

/** As it is typed on the host, in a directory of its own; programs in bin/ come before all others. */
function moveIn(...programs: readonly string[]): void {
	expect(run(`${definition}\nmove_in jail ${programs.join(' ')}`)).toMatchObject({ exitCode: 0 });
}

function run(script: string) {
	return execaSync('bash', ['-c', script], {
		cwd: home,
		env: { PATH: `${home}/bin:${process.env['PATH'] ?? ''}`, LC_ALL: 'C' },
		reject: false,
	});
}

/** What it prints, when it runs with the jail as its root. */
function inJail(...command: readonly string[]): string {
	const chroot = ['--user', '--map-root-user', '/usr/sbin/chroot', 'jail'];
	return execaSync('unshare', [...chroot, ...command], { cwd: home }).stdout;
}

function script(name: string, text: string): void {
	writeFileSync(join(home, 'bin', name), `${text}\n`);
	chmodSync(join(home, 'bin', name), 0o755);
}

function compile(compiler: string, options: readonly string[]): void {
	writeFileSync(
		join(home, 'hello.c'),
		'#include <stdio.h>\nint main(void) { return puts("hello") < 0; }',
	);
	execaSync(compiler, [...options, 'hello.c', '-o', 'bin/hello'], { cwd: home });
}

function filesIn(directory: string): readonly string[] {
	return execaSync('find', [directory, '-type', 'f'], { cwd: home }).stdout.split('\n');
}
