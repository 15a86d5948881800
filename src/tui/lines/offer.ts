import { commandOf, type InstallSuggestion } from '../course.ts';
import type { Line } from './line.ts';
import { hanging, span } from './line.ts';

/** What `i` would run, word for word; nothing in other lessons than the one that is better with it. */
export function suggestionLines(
	suggestion: InstallSuggestion | undefined,
	lesson: string | undefined,
	width: number,
): Line[] {
	if (!suggestion || suggestion.lesson !== lesson) {
		return [];
	}
	const why = `${suggestion.package} is not installed; this lesson is better with it.`;
	return [
		...hanging([], why, 'plain', width),
		...hanging([span('i', 'key'), span(' runs ', 'dim')], commandOf(suggestion), 'command', width),
	];
}
