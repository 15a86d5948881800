import type { State } from '../../engine/run/state.ts';
import type { InstallSuggestion } from '../course.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { section, sections } from './line.ts';
import { suggestionLines } from './offer.ts';
import { proseLines } from './prose.ts';
import { untypedLines } from './terminal.ts';

/** What comes before the first step: the story so far, and what was typed to get here. */
export function openingLines(
	{ lesson, setup }: State,
	suggestion: InstallSuggestion | undefined,
	drawing: Drawing,
): Line[] {
	const typed = untypedLines(setup, drawing);
	return sections(
		suggestionLines(suggestion, lesson?.lesson, drawing.width),
		lesson ? proseLines(lesson.intro, drawing.width) : [],
		section('Already typed, to get to where this lesson begins', typed, drawing.width),
	);
}
