import { escapeAsJson, escapeObeyed } from './visible-text.ts';

/** JSON in which the characters are escaped as well that it leaves and a terminal obeys: `\u009b`. */
export const visibleJson = (value: unknown): string =>
	escapeObeyed(JSON.stringify(value), escapeAsJson);
