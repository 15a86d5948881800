import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { makeSafe } from '../engine/safe-text.ts';
import type { Program } from '../engine/snapshot.ts';
import { parseElf, type ReadAt } from './elf.ts';
import { unlessGone } from './read.ts';

/** What kind of program a file is; undefined for what is none, is gone or may not be read. */
export function readProgram(path: string): Program | undefined {
	// Neither a pipe without a writer nor a terminal may hold us up.
	const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
	const file = unlessGone(() => openSync(path, flags));
	if (file === undefined) {
		return undefined;
	}

	try {
		const stats = fstatSync(file);
		return stats.isFile()
			? parseProgram((offset, length) => readAt(file, stats.size, offset, length))
			: undefined;
	} finally {
		closeSync(file);
	}
}

/** What the kernel would do with a file of these bytes. Never throws, whatever they are. */
export function parseProgram(read: ReadAt): Program | undefined {
	const interpreter = parseScript(read);
	if (interpreter !== undefined) {
		return { kind: 'script', interpreter: makeSafe(interpreter) };
	}

	const elf = parseElf(read);
	const loader = elf?.loader;
	return (
		elf && { kind: 'elf', ...elf, loader: loader === undefined ? undefined : makeSafe(loader) }
	);
}

/** How much of a script the kernel looks at, BINPRM_BUF_SIZE. */
const scriptHead = 256;

/** The program that is to read it: the first word after `#!`, see execve(2). */
function parseScript(read: ReadAt): string | undefined {
	const [line = '', ...rest] = read(0, scriptHead).toString('utf8').split('\n');
	const [, interpreter, after = ''] = /^#![ \t]*([^ \t\0]+)(.*)/s.exec(line) ?? [];
	// The kernel takes no path that may have been cut off.
	return after === '' && rest.length === 0 && line.length >= scriptHead ? undefined : interpreter;
}

/** What there is of it in a file of this size. */
function readAt(file: number, size: number, offset: number, length: number): Buffer {
	const wanted = Math.min(length, size - offset);
	if (wanted <= 0) {
		return Buffer.alloc(0);
	}

	const bytes = Buffer.alloc(wanted);
	return bytes.subarray(0, readSync(file, bytes, 0, wanted, offset));
}
