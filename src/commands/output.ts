import type { Invocation } from '../command-line/arguments.ts';
import type { LessonEvent } from '../engine/words/event.ts';
import { type Header, originOf } from '../record/header.ts';
import { writeHeader, writeLine } from '../record/write.ts';
import { createPlainReporter } from '../report/plain.ts';
import { hasColour } from '../command-line/colour.ts';
import { openTranscript } from './transcript.ts';
import { openWrittenFile } from './written-file.ts';

/** Where the events of a run go: text or JSON on standard output, and a recording. */
export type RunOutput = Disposable & {
	write(event: LessonEvent): void;
	/** Writes a last line, for people only. */
	end(line: string): void;
};

/**
 * Creates the output of one run.
 * @param onClosed Called once when nobody reads standard output any more, as with `| head -1`.
 */
export function createOutput(
	mode: Pick<Invocation & { task: 'run' }, 'json' | 'colour' | 'record' | 'transcript'>,
	header: Header,
	onClosed: () => void,
): RunOutput {
	const report = createPlainReporter({
		columns: process.stdout.columns || 80,
		colour: hasColour(mode.colour),
	});
	const recording =
		mode.record === undefined ? undefined : openWrittenFile(mode.record, 'recording', 'w');
	const transcript = openTranscript(mode.transcript, originOf(header));
	const start = performance.now();
	process.stdout.once('error', onClosed);
	if (mode.json) {
		process.stdout.write(writeHeader(header));
	}

	recording?.write(writeHeader(header));

	return {
		write(event) {
			const line = writeLine(event, (performance.now() - start) / 1000);
			process.stdout.write(mode.json ? line : report(event));
			recording?.write(line);
			transcript.watch(event);
		},
		end(line) {
			if (!mode.json) {
				process.stdout.write(line + transcript.where);
			}
		},
		[Symbol.dispose]() {
			recording?.[Symbol.dispose]();
			transcript[Symbol.dispose]();
		},
	};
}

/**
 * Returns the width for text on standard output, in columns: no more than can be read with ease.
 */
export const textWidth = (): number => Math.max(20, Math.min(process.stdout.columns || 80, 80));
