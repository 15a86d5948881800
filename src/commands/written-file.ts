import { closeSync, openSync, writeSync } from 'node:fs';
import { KnownError } from '../text/known-error.ts';

/** A file that the learner has named, written to as things happen. */
export type WrittenFile = Disposable & { write(text: string): void };

/**
 * Opens such a file.
 * @param name What the file is, for messages: `recording`.
 * @param flag `w` begins the file anew, `a` continues it at its end.
 * @throws KnownError
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
			const { message } = error as Error;
			throw new KnownError(`The ${name} cannot be written: ${message}.`, { fix });
		}
	}
}
