import { closeSync, openSync, writeSync } from 'node:fs';
import type { LessonEvent } from '../engine/event.ts';
import type { Header } from '../record/header.ts';
import { writeHeader, writeLine } from '../record/write.ts';
import { createPlainReporter } from '../report/plain.ts';
import { StageError } from '../stage/stage-error.ts';
import { hasColour } from './colour.ts';

/** Where the events of a run go: text or JSON on standard output, and a recording. */
export type Output = Disposable & {
	write(event: LessonEvent): void;
	/** A last line, for people only. */
	end(line: string): void;
};

/** @param onClosed Called once when nobody reads standard output any more, as with `| head -1`. */
export function createOutput(
	mode: { readonly json: boolean; readonly colour: boolean; readonly record: string | undefined },
	header: Header,
	onClosed: () => void,
): Output {
	const report = createPlainReporter({
		columns: process.stdout.columns || 80,
		colour: hasColour(mode.colour),
	});
	const recording = mode.record === undefined ? undefined : createFile(mode.record);
	const start = performance.now();
	process.stdout.once('error', onClosed);
	if (mode.json) {
		process.stdout.write(writeHeader(header));
	}

	if (recording !== undefined) {
		writeAll(recording, writeHeader(header));
	}

	return {
		write(event) {
			const line = writeLine(event, (performance.now() - start) / 1000);
			process.stdout.write(mode.json ? line : report(event));
			if (recording !== undefined) {
				writeAll(recording, line);
			}
		},
		end(line) {
			if (!mode.json) {
				process.stdout.write(line);
			}
		},
		[Symbol.dispose]() {
			if (recording !== undefined) {
				closeSync(recording);
			}
		},
	};
}

/** Columns for text on standard output: no more than can be read with ease. */
export const textWidth = (): number => Math.max(20, Math.min(process.stdout.columns || 80, 80));

function writeAll(file: number, line: string): void {
	try {
		writeSync(file, line);
	} catch (error) {
		throw new StageError(
			`The recording cannot be written: ${(error as Error).message}.`,
			'Free some space, or name a file elsewhere.',
		);
	}
}

function createFile(path: string): number {
	try {
		return openSync(path, 'w');
	} catch (error) {
		throw new StageError(
			`The recording cannot be written: ${(error as Error).message}.`,
			'Name another file.',
		);
	}
}
