/**
 * The port through which everything in `src/kernel` reads: the files of a machine, and the few numbers of it that
 * are in no file. `thisMachine` answers from here, `openKeptTree` from what was kept of another machine.
 *
 * A method throws as `node:fs` does, with an errno as the error's `code`: `readText` and the others of `read.ts`
 * turn what is gone or hidden into undefined.
 */
export type KernelFiles = {
	readonly self: ReadingProcess;
	readonly system: System;
	/** The whole text of a file. */
	readText(path: string): string;
	/** Where a link points. */
	readLink(path: string): string;
	/** Names of all entries of a directory, in no order. */
	readNames(directory: string): readonly string[];
	/** Names of the directories in a directory, in no order. */
	readDirectories(directory: string): readonly string[];
	/** What the file itself is; a link is not followed. */
	readStats(path: string): FileStats;
	/** The `f_type` of the filesystem that a path leads to; statfs(2). */
	readFilesystemType(path: string): number;
	/**
	 * The result of a parser that asks for pieces of a regular file, which is open until it returns. Undefined for
	 * anything else than a regular file. Opening never waits: a pipe may have no writer.
	 */
	readPieces<Value>(path: string, parse: (read: ReadAt) => Value): Value | undefined;
};

/** The process that reads. */
export type ReadingProcess = {
	readonly pid: number;
	/** The absolute path of its program, Node.js. */
	readonly program: string;
	/** The architecture of its program, as Node.js calls it: `x64`. */
	readonly architecture: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
};

/** What uname(2) and sysinfo(2) say of a machine. */
export type System = {
	/** The release of the kernel: `6.1.0-44-cloud-amd64`. */
	readonly kernel: string;
	/** As `uname -m`: `x86_64`. */
	readonly architecture: string;
	/** Bytes. */
	readonly memory: number;
	/** The number of processors that the reading process knows of. */
	readonly processors: number;
};

/** What lstat(2) says of a file. */
export type FileStats = {
	readonly kind: 'directory' | 'link' | 'file' | 'other';
	/** Bytes. */
	readonly size: number;
	/** The number of the device that it is on. */
	readonly device: number;
	/** The bits of chmod(2). */
	readonly mode: number;
};

/** A piece of a file, by its offset and length in bytes; shorter than asked for where the file ends. */
export type ReadAt = (offset: number, length: number) => Buffer;
