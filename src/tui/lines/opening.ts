import type { State } from '../../engine/state.ts';
import { layoutMarkdown } from '../../report/markdown.ts';
import type { InstallOffer } from '../course.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { section, sections } from './line.ts';
import { offerLines } from './offer.ts';
import { untypedLines } from './terminal.ts';

/** What comes before the first step: the story so far, and what was typed to get here. */
export function openingLines(
	{ lesson, setup }: State,
	offer: InstallOffer | undefined,
	drawing: Drawing,
): Line[] {
	return sections(
		offerLines(offer, lesson?.lesson, drawing.width),
		lesson ? layoutMarkdown(lesson.intro, drawing.width) : [],
		section('Already typed, to get to where this lesson begins', untypedLines(setup, drawing)),
	);
}
