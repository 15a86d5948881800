import { makeSafe } from '../text/safe-text.ts';
import type { Program } from '../engine/words/snapshot.ts';
import { parseElf } from './elf.ts';
import type { KernelFiles, ReadAt } from './port/kernel-files.ts';
import { unlessGone } from './read.ts';

/** What kind of program a file is; undefined for what is none, is gone or may not be read. */
export function readProgram(files: KernelFiles, path: string): Program | undefined {
	return unlessGone(() => files.readPieces(path, parseProgram));
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
