import { statSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { readNamespace, readNamespaces } from '../../src/kernel/namespaces.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { openStage, stageTest, type TestStage } from './open-stage.ts';

let stage: TestStage | undefined;
afterEach(async () => {
	await stage?.close();
	stage = undefined;
});

test('reads the inode numbers of our own namespaces', () => {
	const namespaces = readNamespaces(thisMachine, process.pid);

	expect(namespaces.pid).toBe(statSync('/proc/self/ns/pid').ino);
	expect(namespaces.net).toBe(statSync('/proc/self/ns/net').ino);
});

stageTest('sees which namespaces a process made and which it kept', async () => {
	stage = await openStage();
	const ours = readNamespaces(thisMachine, process.pid);
	const theirs = readNamespaces(thisMachine, stage.shell);

	expect(theirs.mnt).not.toBe(ours.mnt);
	expect(theirs.user).not.toBe(ours.user);
	expect({ ...theirs, mnt: 0, user: 0 }).toEqual({ ...ours, mnt: 0, user: 0 });
});

test('leaves out what cannot be read', () => {
	expect(readNamespaces(thisMachine, 2 ** 22 + 1)).toEqual({});
	expect(readNamespace(thisMachine, 2 ** 22 + 1, 'mnt')).toBeUndefined();
});
