import { makeLinesVisible } from './visible-text.ts';

/**
 * Returns an error's message as a sentence that can be drawn: the kernel's errors quote names of
 * files.
 */
export function sentence(error: unknown): string {
	return makeLinesVisible(error instanceof Error ? error.message : String(error));
}
