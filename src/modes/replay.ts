import { createReadStream } from 'node:fs';
import { isatty } from 'node:tty';
import type { Mode } from '../arguments.ts';
import { parseRecording, type Recording } from '../record/parse.ts';
import { RecordingError } from '../record/recording-error.ts';
import { writeHeader, writeLine } from '../record/write.ts';
import { createPlainReporter } from '../report/plain.ts';
import { count, describeTally, nothingYet } from '../report/summary.ts';
import { hasColour } from './colour.ts';

/** Plays a recording: in the walkthrough on a terminal, else as the text or the JSON of its run. */
export async function replay(mode: Mode & { task: 'replay' }): Promise<number> {
	const recording = await read(mode.file);
	if (recording.note !== undefined) {
		process.stderr.write(`${recording.note}\n`);
	}

	process.stdout.on('error', () => undefined);
	if (mode.json) {
		process.stdout.write(writeHeader(recording.header));
		recording.events.forEach(({ at, event }) => process.stdout.write(writeLine(event, at)));
	} else if (mode.plain || !isatty(0) || !isatty(1)) {
		print(recording, mode.colour);
	} else {
		const { replayWalkthrough } = await import('./replay-walkthrough.ts');
		return replayWalkthrough(recording, mode.motion);
	}

	return 0;
}

async function read(file: string): Promise<Recording> {
	try {
		return await parseRecording(createReadStream(file, 'utf8') as AsyncIterable<string>);
	} catch (error) {
		if (error instanceof RecordingError) {
			throw error;
		}

		throw new RecordingError(`The recording cannot be read: ${(error as Error).message}.`);
	}
}

function print({ events }: Recording, colour: boolean): void {
	const report = createPlainReporter({
		columns: process.stdout.columns || 80,
		colour: hasColour(colour),
	});
	let tally = nothingYet;
	for (const { event } of events) {
		tally = count(tally, event);
		process.stdout.write(report(event));
	}

	process.stdout.write(`\n${describeTally(tally)}\n`);
}
