import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { helperNames, type Tool, toolNames, type Tools } from '../machine/tools.ts';
import { searchPath } from './environment.ts';

/** Looks for all programs that the lessons and the stage call. */
export function findTools(): Tools {
	return new Map([...toolNames, ...helperNames].map((name) => [name, findTool(name)]));
}

/** Looks for a program as the stage's shells do; undefined where it is missing. */
export function findTool(name: string): Tool | undefined {
	const path = findPath(name);
	return path === undefined ? undefined : { path, isBusybox: isBusybox(path) };
}

function findPath(name: string): string | undefined {
	return searchPath()
		.map((directory) => join(directory, name))
		.find(isProgram);
}

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

/** Whether a program is busybox's, which is installed as links to one program, symbolic or hard. */
function isBusybox(path: string): boolean {
	if (basename(realpathSync(path)).startsWith('busybox')) {
		return true;
	}

	const busybox = findPath('busybox');
	const [own, its] = [path, busybox ?? ''].map((file) => statSync(file, { throwIfNoEntry: false }));
	return its !== undefined && own?.ino === its.ino && own.dev === its.dev;
}
