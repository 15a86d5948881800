import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parseRecording, type Recording } from './record/parse.ts';
import { RecordingError } from './record/recording-error.ts';

/** The recordings of a directory, by name: files such as `root-v1.ndjson.gz`. None where there is no such directory. */
export async function readRecordings(directory: string): Promise<readonly Recording[]> {
	const names = await readdir(directory).catch(() => []);
	const files = names.filter((name) => name.endsWith('.ndjson.gz')).sort();
	return Promise.all(files.map((name) => readRecording(join(directory, name))));
}

/**
 * Reads a recording from a file, which may be compressed with gzip(1).
 * @throws {RecordingError}
 */
export async function readRecording(file: string): Promise<Recording> {
	return parseRecording((await readBytes(file)).toString('utf8'));
}

async function readBytes(file: string): Promise<Buffer> {
	try {
		const bytes = await readFile(file);
		return isCompressed(bytes) ? await promisify(gunzip)(bytes) : bytes;
	} catch (error) {
		throw new RecordingError(`The recording cannot be read: ${(error as Error).message}.`);
	}
}

/** By its first two bytes; RFC 1952. */
function isCompressed(bytes: Buffer): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
