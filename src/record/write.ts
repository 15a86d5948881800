import type { LessonEvent } from '../engine/words/event.ts';
import { visibleJson } from '../text/visible-json.ts';
import type { Header } from './header.ts';

/** The first line of a recording, with its newline. */
export function writeHeader(header: Header): string {
	return `${visibleJson(header)}\n`;
}

/**
 * A later line, with its newline.
 * @param at seconds since the start of the run; kept to the millisecond
 */
export function writeLine(event: LessonEvent, at: number): string {
	return `${visibleJson({ at: Number(at.toFixed(3)), ...event })}\n`;
}
