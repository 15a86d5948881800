import type { LessonEvent } from '../engine/words/event.ts';
import { findFault, fits } from '../schema/fits.ts';
import { currentFormat, type Header, program } from './header.ts';
import { type Line, linesOf } from './lines.ts';
import type { JsonObject } from '../schema/values.ts';
import { parseObject } from './parse-object.ts';
import { type Refuse, refuse } from './refuse.ts';
import { eventOf, isKind } from './schemas/event.ts';
import { header as headerSchema } from './schemas/origin.ts';

export type Recording = {
	readonly header: Header;
	readonly events: readonly TimedEvent[];
	/** A sentence about something that was forgiven. */
	readonly note: string | undefined;
};

/** An event and when it came, in seconds since the start. */
type TimedEvent = { readonly at: number; readonly event: LessonEvent };

/**
 * Reads what `writeHeader` and `writeLine` wrote. A recording may come from anywhere: its strings are
 * made safe to print, and every field of every event is checked. Fields that are not ours are kept.
 * A last line that was cut off is forgiven, since that is what a run that was killed leaves.
 * @param file the name of the file, for messages
 * @throws {KnownError} that names the line and the field
 */
export async function parseRecording(
	source: AsyncIterable<string> | string,
	file?: string,
): Promise<Recording> {
	const refused = refuse(file);
	let header: Header | undefined;
	let note: string | undefined;
	const events: TimedEvent[] = [];
	for await (const line of linesOf(source)) {
		const value = parseObject(line.text);
		if (header === undefined) {
			header = parseHeader(value, refused);
		} else if (value === undefined && !line.complete) {
			note = `The recording breaks off in the middle of line ${line.number}; it is replayed up to there.`;
		} else {
			events.push(parseEvent(value, line, refused));
		}
	}
	return { header: header ?? parseHeader(undefined, refused), events, note };
}

function parseHeader(value: JsonObject | undefined, refused: Refuse): Header {
	// The format comes first: a newer one may have a header that we would call wrong.
	if (value?.['program'] !== program || typeof value['format'] !== 'number') {
		throw refused.notRecording();
	}
	if (value['format'] !== currentFormat) {
		throw refused.otherFormat(value['format']);
	}
	if (!fits(headerSchema, value)) {
		throw refused.wrongHeader(findFault(headerSchema, value));
	}
	return value;
}

function parseEvent(value: JsonObject | undefined, { number }: Line, refused: Refuse): TimedEvent {
	if (value === undefined) {
		throw refused.wrongLine(number, 'is not a JSON object');
	}
	const { at, ...event } = value;
	const { kind } = event;
	if (typeof kind !== 'string') {
		throw refused.wrongLine(number, 'has no `kind`');
	}
	if (!isKind(kind)) {
		throw refused.wrongLine(number, `has the unknown kind \`${kind}\``);
	}
	const schema = eventOf(kind);
	if (!fits(schema, event)) {
		throw refused.wrongLine(number, without(kind, findFault(schema, event)));
	}
	if (typeof at !== 'number' || !Number.isFinite(at)) {
		throw refused.wrongLine(number, without(kind, 'at'));
	}
	return { at, event };
}

function without(kind: string, field: string): string {
	return `is \`${kind}\` without a usable \`${field}\``;
}
