import { makeLinesVisible } from './visible-text.ts';

/** What went wrong, as a sentence that can be drawn: errors of the kernel quote names of files. */
export function sentence(error: unknown): string {
	return makeLinesVisible(error instanceof Error ? error.message : String(error));
}
