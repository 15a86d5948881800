import type { LessonEvent } from '../engine/event.ts';
import type { Header } from './header.ts';

/** The first line of a recording, with its newline. */
export function writeHeader(header: Header): string {
	return `${JSON.stringify(header)}\n`;
}

/**
 * A later line, with its newline.
 * @param at seconds since the start of the run; kept to the millisecond
 */
export function writeLine(event: LessonEvent, at: number): string {
	return `${JSON.stringify({ at: Number(at.toFixed(3)), ...event })}\n`;
}
