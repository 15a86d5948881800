import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { countMarkers } from '../engine/explain/calls/split-commands.ts';

/** Takes what is written to the trace of a terminal, piece by piece. */
export type TraceReader = {
	/** Takes note that one more line was typed, and has ended. */
	expectLine(): void;
	/** Waits for what is still on its way, and returns what was written since the last time. */
	take(): Promise<string>;
	/** Whether so much was written since the last time that no more should be. */
	isFull(): boolean;
};

/**
 * The times in milliseconds: between two looks, for the shell's last words, and for what goes on
 * writing after them.
 */
const patience = { look: 20, words: 2000, rest: 300 } as const;

/** The numbers of bytes: what is said with more than these was said with fewer. */
const most = { read: 4 * 1024 * 1024, written: 64 * 1024 * 1024 } as const;

/** Creates the reader of one terminal's trace. */
export function createTraceReader(file: string): TraceReader {
	let from = 0;
	let lines = 0;
	return {
		expectLine() {
			lines += 1;
		},
		isFull: () => sizeOf(file) - from > most.written,
		async take() {
			const end = await whenWritten(file, from, lines);
			const text = read(file, from, end);
			from = end;
			lines = 0;
			return text;
		},
	};
}

/**
 * Returns the size of the file, in bytes, once the shell has said the words after each line and all
 * is quiet.
 */
async function whenWritten(file: string, from: number, lines: number): Promise<number> {
	const start = Date.now();
	for (let last = -1; ;) {
		const end = sizeOf(file);
		const waited = Date.now() - start;
		const isSaid = () => end - from > most.read || countMarkers(read(file, from, end)) >= lines;
		if (waited > patience.words || ((end === last || waited > patience.rest) && isSaid())) {
			return end;
		}

		last = end;
		await delay(patience.look);
	}
}

function sizeOf(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function read(file: string, from: number, end: number): string {
	const bytes = Buffer.alloc(Math.min(end - from, most.read));
	if (bytes.length === 0) {
		return '';
	}
	const descriptor = openSync(file, 'r');
	try {
		return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, bytes.length, from));
	} finally {
		closeSync(descriptor);
	}
}
