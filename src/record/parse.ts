import type { LessonEvent } from '../engine/event.ts';
import { makeSafe } from '../engine/safe-text.ts';
import { isKind, wrongField } from './fields.ts';
import { currentFormat, type Header, program } from './header.ts';
import { type Line, linesOf } from './lines.ts';
import { RecordingError } from './recording-error.ts';

export type Recording = {
	readonly header: Header;
	readonly events: readonly TimedEvent[];
	/** A sentence about something that was forgiven. */
	readonly note: string | undefined;
};

/** An event and when it came, in seconds since the start. */
export type TimedEvent = { readonly at: number; readonly event: LessonEvent };

/**
 * Reads what `writeHeader` and `writeLine` wrote. A recording may come from anywhere: its strings are
 * made safe to print, and the events are checked field by field, though not the insides of snapshots.
 * A last line that was cut off is forgiven, since that is what a run that was killed leaves.
 * @throws {RecordingError}
 */
export async function parseRecording(source: AsyncIterable<string> | string): Promise<Recording> {
	let header: Header | undefined;
	let note: string | undefined;
	const events: TimedEvent[] = [];
	for await (const line of linesOf(source)) {
		const value = parseObject(line);
		if (header === undefined) {
			header = parseHeader(value);
		} else if (value === undefined && !line.complete) {
			note = `The recording breaks off in the middle of line ${line.number}; it is replayed up to there.`;
		} else {
			events.push(parseEvent(value, line));
		}
	}
	return { header: header ?? parseHeader(undefined), events, note };
}

type JsonObject = Readonly<Record<string, unknown>>;

function parseObject({ text }: Line): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(text, makeStringSafe);
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		return isObject ? (value as JsonObject) : undefined;
	} catch {
		return undefined;
	}
}

function makeStringSafe(_key: string, value: unknown): unknown {
	return typeof value === 'string' ? value.split('\n').map(makeSafe).join('\n') : value;
}

function parseHeader(value: JsonObject | undefined): Header {
	// The format comes first: a newer one may have a header that we would call wrong.
	if (value?.['program'] !== program || typeof value['format'] !== 'number') {
		throw new RecordingError(
			`This is not a recording: the first line of one says which format it has. ` +
				`Make one with \`${program} run --record FILE\`.`,
		);
	}
	if (value['format'] !== currentFormat) {
		throw new RecordingError(
			`This recording has format ${value['format']}, and this version reads format ${currentFormat}. ` +
				`Replay it with \`npx ${program}@latest replay FILE\`.`,
		);
	}
	return value as Header;
}

function parseEvent(value: JsonObject | undefined, { number }: Line): TimedEvent {
	if (value === undefined) throw wrongLine(number, 'is not a JSON object');
	const { at, ...event } = value;
	const { kind } = event;
	if (typeof kind !== 'string') throw wrongLine(number, 'has no `kind`');
	if (!isKind(kind)) throw wrongLine(number, `has the unknown kind \`${kind}\``);
	const wrong = typeof at === 'number' ? wrongField(kind, event) : 'at';
	if (wrong !== undefined) {
		throw wrongLine(number, `is \`${kind}\` without a usable \`${wrong}\``);
	}
	return { at: Number(at), event: event as LessonEvent };
}

function wrongLine(number: number, what: string): RecordingError {
	return new RecordingError(
		`The recording is damaged: line ${number} ${what}. Record the run again, or remove that line.`,
	);
}
