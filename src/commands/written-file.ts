import { closeSync, openSync, writeSync } from 'node:fs';

/** Why a file that was named cannot be written, and what to do: sentences for the learner. */
export class FileError extends Error {}

/** A file that the learner has named, written to as things happen. */
export type WrittenFile = Disposable & { write(text: string): void };

/**
 * @param name What it is, for messages: `recording`.
 * @param flag `w` begins the file anew, `a` goes on where it ends.
 * @throws {FileError}
 */
export function openWrittenFile(path: string, name: string, flag: 'w' | 'a'): WrittenFile {
	const file = attempt(() => openSync(path, flag), 'Name another file.');
	return {
		write: (text) => {
			attempt(() => writeSync(file, text), 'Free some space, or name a file elsewhere.');
		},
		[Symbol.dispose]: () => {
			closeSync(file);
		},
	};

	function attempt<Result>(action: () => Result, fix: string): Result {
		try {
			return action();
		} catch (error) {
			throw new FileError(`The ${name} cannot be written: ${(error as Error).message}. ${fix}`);
		}
	}
}
