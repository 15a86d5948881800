import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parseRecording, type Recording } from '../record/parse.ts';
import { KnownError } from '../text/known-error.ts';

/**
 * Reads the recordings of a directory, by name: files such as `root-v1.ndjson.gz`. Returns none
 * where there is no such directory.
 */
export async function readRecordings(directory: string): Promise<readonly Recording[]> {
	const names = await readdir(directory).catch(() => []);
	const files = names.filter((name) => name.endsWith('.ndjson.gz')).sort();
	return Promise.all(files.map((name) => readRecording(join(directory, name))));
}

/**
 * Reads a recording from a file, which may be compressed with gzip(1).
 * @throws {KnownError} where it cannot be read, or is damaged
 */
export async function readRecording(file: string): Promise<Recording> {
	return parseRecording((await readBytes(file)).toString('utf8'), file);
}

async function readBytes(file: string): Promise<Buffer> {
	const bytes = await readFile(file).catch((error: unknown) => {
		throw cannotBeRead((error as Error).message);
	});
	return isCompressed(bytes)
		? promisify(gunzip)(bytes).catch((error: unknown) => {
				throw cannotBeRead(`${file}: ${(error as Error).message}`, 'Record the run again.');
			})
		: bytes;
}

const cannotBeRead = (why: string, fix?: string) =>
	new KnownError(`The recording cannot be read: ${why}.`, fix === undefined ? {} : { fix });

/** Whether a file is compressed, by its first two bytes; RFC 1952. */
function isCompressed(bytes: Buffer): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
