import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { execaSync } from 'execa';
import { readFiles } from '../../src/kernel/files.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { stageTest } from './open-stage.ts';

let sandbox = '';
beforeEach(() => {
	sandbox = mkdtempSync(join(tmpdir(), 'kernel-test-'));
});
afterEach(() => {
	rmSync(sandbox, { recursive: true, force: true });
});

test('lists files with their sizes, directories, and links without following them', () => {
	mkdirSync(join(sandbox, 'my-container/usr/bin'), { recursive: true });
	writeFileSync(join(sandbox, 'my-container/usr/bin/bash'), 'x'.repeat(1234));
	symlinkSync('usr/bin', join(sandbox, 'my-container/bin'));
	symlinkSync('/nowhere', join(sandbox, 'a'));

	expect(readFiles(thisMachine, sandbox)).toEqual([
		{ path: 'a', kind: 'link', size: 8 },
		{ path: 'my-container', kind: 'directory', size: 0 },
		{ path: 'my-container/bin', kind: 'link', size: 7 },
		{ path: 'my-container/usr', kind: 'directory', size: 0 },
		{ path: 'my-container/usr/bin', kind: 'directory', size: 0 },
		{ path: 'my-container/usr/bin/bash', kind: 'file', size: 1234 },
	]);
});

test('tells which files are programs, and what they want to be started by', () => {
	for (const [name, mode] of [
		['script', 0o755],
		['not-executable', 0o644],
		['link-to', 0o755],
	] as const) {
		writeFileSync(join(sandbox, name), '#!/bin/sh\n', { mode });
	}
	symlinkSync('link-to', join(sandbox, 'link'));

	expect(readFiles(thisMachine, sandbox).filter(({ program }) => program)).toEqual(
		['link-to', 'script'].map((path) => ({
			path,
			kind: 'file',
			size: 10,
			program: { kind: 'script', interpreter: '/bin/sh' },
		})),
	);
});

test('what is no directory and no link counts as a file', () => {
	execaSync('mkfifo', [join(sandbox, 'pipe')]);

	expect(readFiles(thisMachine, sandbox)).toEqual([{ path: 'pipe', kind: 'file', size: 0 }]);
});

test('of too many, keeps those nearest to the sandbox', () => {
	mkdirSync(join(sandbox, 'a/b/c'), { recursive: true });
	writeFileSync(join(sandbox, 'z'), '');

	expect(readFiles(thisMachine, sandbox, 3).map(({ path }) => path)).toEqual(['a', 'a/b', 'z']);
});

test('a sandbox that is gone has no files', () => {
	expect(readFiles(thisMachine, join(sandbox, 'gone'))).toEqual([]);
});

test('does not enter another file system', () => {
	const paths = readFiles(thisMachine, '/dev').map(({ path }) => path);

	expect(paths).toContain('pts');
	expect(paths).not.toContain('pts/ptmx');
});

stageTest('does not enter a mount of the same file system', () => {
	mkdirSync(join(sandbox, 'tree/mount'), { recursive: true });
	mkdirSync(join(sandbox, 'other/file'), { recursive: true });
	buildSync({
		stdin: {
			contents: `import { readFiles } from './files.ts';
				import { thisMachine } from './port/this-machine.ts';
				console.log(JSON.stringify(readFiles(thisMachine, process.argv[2])));`,
			resolveDir: 'src/kernel',
		},
		bundle: true,
		platform: 'node',
		outfile: join(sandbox, 'list.cjs'),
	});
	const script = `mount --bind other tree/mount && exec "${process.execPath}" list.cjs "$PWD/tree"`;
	const { stdout } = execaSync(
		'unshare',
		['--user', '--map-root-user', '--mount', 'bash', '-c', script],
		{ cwd: sandbox },
	);

	expect(JSON.parse(stdout)).toEqual([{ path: 'mount', kind: 'directory', size: 0 }]);
});
