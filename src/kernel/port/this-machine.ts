import {
	closeSync,
	constants,
	fstatSync,
	lstatSync,
	openSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	readSync,
	type Stats,
	statfsSync,
} from 'node:fs';
import { cpus, machine, release, totalmem } from 'node:os';
import type { FileStats, KernelFiles } from './kernel-files.ts';

/** This machine. It is read synchronously: thousands of small files are read so in half the time. */
export const thisMachine: KernelFiles = {
	self: {
		pid: process.pid,
		program: process.execPath,
		architecture: process.arch,
		environment: process.env,
	},
	system: {
		get kernel() {
			return release();
		},
		get architecture() {
			return machine();
		},
		get memory() {
			return totalmem();
		},
		get processors() {
			return cpus().length;
		},
	},
	readText: (path) => readFileSync(path, 'utf8'),
	readLink: (path) => readlinkSync(path),
	readNames: (directory) => readdirSync(directory),
	readDirectories: (directory) =>
		readdirSync(directory, { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => name),
	readStats: (path) => describe(lstatSync(path)),
	readFilesystemType: (path) => statfsSync(path).type,
	readPieces(path, parse) {
		// Neither a pipe without a writer nor a terminal may hold us up.
		const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
		try {
			const stats = fstatSync(file);
			return stats.isFile()
				? parse((offset, length) => readAt(file, stats.size, offset, length))
				: undefined;
		} finally {
			closeSync(file);
		}
	},
};

function describe(stats: Stats): FileStats {
	return { kind: kindOf(stats), size: stats.size, device: stats.dev, mode: stats.mode & 0o7777 };
}

function kindOf(stats: Stats): FileStats['kind'] {
	if (stats.isDirectory()) {
		return 'directory';
	}

	return stats.isSymbolicLink() ? 'link' : stats.isFile() ? 'file' : 'other';
}

/** What there is of a piece in an open file of this size. */
function readAt(file: number, size: number, offset: number, length: number): Buffer {
	const wanted = Math.min(length, size - offset);
	if (wanted <= 0) {
		return Buffer.alloc(0);
	}

	const bytes = Buffer.alloc(wanted);
	return bytes.subarray(0, readSync(file, bytes, 0, wanted, offset));
}
