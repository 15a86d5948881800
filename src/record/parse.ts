import type { LessonEvent } from '../engine/event.ts';
import { makeSafe } from '../engine/safe-text.ts';
import {
	isKind,
	type JsonObject,
	wrongField,
	wrongOriginField,
	wrongTracedField,
} from './fields.ts';
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

function parseObject({ text }: Line): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(text, makeStringSafe);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
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
	const wrong = wrongOriginField(value);
	if (wrong !== undefined) {
		throw new RecordingError(
			`The recording is damaged: its first line has no usable \`${wrong}\`. Record the run again.`,
		);
	}
	return value as Header;
}

function parseEvent(value: JsonObject | undefined, { number }: Line): TimedEvent {
	if (value === undefined) throw wrongLine(number, 'is not a JSON object');
	const { at, ...rest } = value;
	const event = checkEvent(rest, number);
	if (typeof at !== 'number') throw wrongLine(number, without(event.kind, 'at'));
	return { at, event };
}

/** An event may hold others, that of a step which was itself shown from a recording. */
function checkEvent(event: JsonObject, line: number): LessonEvent {
	const { kind } = event;
	if (typeof kind !== 'string') throw wrongLine(line, 'has no `kind`');
	if (!isKind(kind)) throw wrongLine(line, `has the unknown kind \`${kind}\``);
	const wrong = wrongField(kind, event);
	if (wrong !== undefined) throw wrongLine(line, without(kind, wrong));
	if (kind === 'recorded') checkRecorded(event as Recorded, line);
	if (kind === 'traced') checkTraced(event as Traced, line);
	return event as LessonEvent;
}

type Recorded = { readonly on: JsonObject; readonly events: readonly unknown[] };

function checkRecorded({ on, events }: Recorded, line: number): void {
	const wrong = wrongOriginField(on);
	if (wrong !== undefined) throw wrongLine(line, without('recorded', wrong));
	for (const event of events) {
		if (!isObject(event)) throw wrongLine(line, without('recorded', 'events'));
		checkEvent(event, line);
	}
}

type Traced = { readonly on?: unknown; readonly commands: readonly unknown[] };

/** Of what is traced, all is shown. */
function checkTraced({ on, commands }: Traced, line: number): void {
	if (on !== undefined && (!isObject(on) || wrongOriginField(on) !== undefined)) {
		throw wrongLine(line, without('traced', 'on'));
	}
	if (!commands.every((one) => isObject(one) && wrongTracedField(one) === undefined)) {
		throw wrongLine(line, without('traced', 'commands'));
	}
}

function without(kind: string, field: string): string {
	return `is \`${kind}\` without a usable \`${field}\``;
}

function wrongLine(number: number, what: string): RecordingError {
	return new RecordingError(
		`The recording is damaged: line ${number} ${what}. Record the run again, or remove that line.`,
	);
}
