import { escapeAsJson, escapeObeyed } from './visible-text.ts';

/**
 * Returns JSON in which the characters are escaped as well that JSON leaves as they are and a
 * terminal obeys: `\u009b`.
 */
export const visibleJson = (value: unknown): string =>
	escapeObeyed(JSON.stringify(value), escapeAsJson);
