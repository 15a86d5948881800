import { isatty } from 'node:tty';
import type { Invocation } from '../command-line/arguments.ts';
import { inOrderOfLikeness } from '../engine/words/origin.ts';
import { originOf } from '../record/header.ts';
import type { Recording } from '../record/parse.ts';
import { KnownError } from '../text/known-error.ts';
import { writeHeader, writeLine } from '../record/write.ts';
import { readRecording, readRecordings } from './recordings-directory.ts';
import { createPlainReporter } from '../report/plain.ts';
import { count, describeTally, nothingYet } from '../report/summary.ts';
import { hasColour } from '../command-line/colour.ts';
import { openTranscript } from './transcript.ts';
import { appearanceOf } from '../command-line/appearance.ts';
import { ownRecordings } from './recordings.ts';

/**
 * Plays a recording: in the walkthrough on a terminal, otherwise as the text or the JSON of its
 * run.
 */
export async function replay(mode: Invocation & { task: 'replay' }): Promise<number> {
	return play(await readRecording(mode.file), mode);
}

/**
 * Plays a recording that comes with the program, where nothing of the lessons can run: that of an
 * ordinary user on cgroup v2, where it is there. Asks nothing of the machine, which need not be
 * Linux.
 * @throws KnownError
 */
export async function replayBundled(mode: Playing): Promise<number> {
	const runs = (await readRecordings(ownRecordings())).map((recording) => ({
		on: originOf(recording.header),
		recording,
	}));
	const [best] = inOrderOfLikeness(runs, { cgroup: 'v2', isRoot: false });
	if (best === undefined) {
		throw new KnownError('This copy of the program came without its recordings.');
	}

	return play(best.recording, mode);
}

/** How a recording is played. */
export type Playing = Pick<
	Invocation,
	'plain' | 'colour' | 'motion' | 'screenReader' | 'ascii' | 'transcript'
> & {
	readonly json: boolean;
};

async function play(recording: Recording, mode: Playing): Promise<number> {
	if (recording.note !== undefined) {
		process.stderr.write(`${recording.note}\n`);
	}

	using transcript = openTranscript(mode.transcript, originOf(recording.header));
	recording.events.forEach(({ event }) => {
		transcript.watch(event);
	});
	process.stdout.on('error', () => undefined);
	if (mode.json) {
		process.stdout.write(writeHeader(recording.header));
		recording.events.forEach(({ at, event }) => process.stdout.write(writeLine(event, at)));
	} else if (mode.plain || !isatty(0) || !isatty(1)) {
		print(recording, mode.colour);
	} else {
		const { replayWalkthrough } = await import('./replay-walkthrough.ts');
		return await replayWalkthrough(recording, appearanceOf(mode, process.env, true));
	}

	return 0;
}

function print({ header, events }: Recording, colour: boolean): void {
	const report = createPlainReporter({
		columns: process.stdout.columns || 80,
		colour: hasColour(colour),
		recordedOn: originOf(header),
	});
	let tally = nothingYet;
	for (const { event } of events) {
		tally = count(tally, event);
		process.stdout.write(report(event));
	}

	process.stdout.write(`\nRecorded: ${describeTally(tally)}\n`);
}
