import {
	chmodSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findTool } from '../../src/stage/tools.ts';

const path = process.env['PATH'];
let directory = '';

beforeEach(() => {
	directory = mkdtempSync('/tmp/cuth-tools-');
	process.env['PATH'] = directory;
});

afterEach(() => {
	process.env['PATH'] = path;
	rmSync(directory, { recursive: true });
});

test('a program is found, and one in sbin too, whatever PATH says', () => {
	expect(findTool('bash')?.path).toMatch(/^\/(usr\/)?bin\/bash$/);
	expect(findTool('chroot')?.path).toMatch(/sbin\/chroot$/);
	expect(findTool('no-such-program')).toBeUndefined();
});

test('what cannot be executed, or is a directory, is no program', () => {
	writeFileSync(join(directory, 'plain-file'), '');
	mkdirSync(join(directory, 'a-directory'));
	symlinkSync('/nowhere', join(directory, 'dangling'));
	for (const name of ['plain-file', 'a-directory', 'dangling']) {
		expect(findTool(name)).toBeUndefined();
	}
});

test.each([
	['symbolic', symlinkSync],
	['hard', linkSync],
])('%s links to busybox are told from programs of their own', (_, link) => {
	const busybox = join(directory, 'busybox');
	writeFileSync(busybox, '#!/bin/sh\n');
	chmodSync(busybox, 0o755);
	link(busybox, join(directory, 'ps'));
	writeFileSync(join(directory, 'ip'), '#!/bin/sh\n');
	chmodSync(join(directory, 'ip'), 0o755);
	expect(findTool('ps')?.isBusybox).toBe(true);
	expect(findTool('ip')?.isBusybox).toBe(false);
});
