import type { EventOf, LessonEvent } from '../engine/words/event.ts';
import type { Origin } from '../engine/words/origin.ts';
import { initialState, reduce, type State } from '../engine/run/state.ts';
import { codeBlock, escapeMarkdown } from './escape-markdown.ts';
import { describeOrigin } from './origin.ts';
import { storyOfCalls } from './markdown-calls.ts';
import { describeOutcomes } from './outcome.ts';
import { count, nothingYet } from './summary.ts';
import { foretold, storyOf, typedLines } from './markdown-step.ts';

/**
 * Creates the teller of a run as a page of Markdown, to be kept: what was typed and what came back,
 * what the learner predicted and what was so. The teller returns what each event adds; a step is
 * told when it has ended.
 *
 * @param on The machine that the run is on, or was recorded on.
 */
export function createMarkdownTranscript(on: Origin): (event: LessonEvent) => string {
	let state = initialState;
	let tally = nothingYet;
	return (event) => {
		state = reduce(state, event);
		switch (event.kind) {
			case 'lesson-started':
				tally = nothingYet;
				return paragraphs(titleOf(event), `*${escapeMarkdown(describeOrigin(on))}*`, event.intro);
			case 'setup':
				return paragraphs(...setupOf(state));
			case 'recorded':
				tally = count(tally, event);
				return '';
			case 'step-finished':
				tally = count(tally, event);
				return paragraphs(...storyOf(state.steps.at(-1)));
			case 'traced':
				// The trace of a step that has not ended is in its story.
				return hasEnded(state, event.step) ? paragraphs(...storyOfCalls(event)) : '';
			case 'lesson-finished':
				return paragraphs('---', `**${describeOutcomes(tally)}.**`, foretold(state.steps));
			default:
				return '';
		}
	};
}

function hasEnded({ steps }: State, id: string): boolean {
	const phase = steps.find(({ started }) => started.step === id)?.phase;
	return phase !== undefined && phase !== 'waiting' && phase !== 'running';
}

function titleOf({ number, title }: EventOf<'lesson-started'>): string {
	return `# ${number}. ${escapeMarkdown(title)}`;
}

function setupOf({ setup }: State): readonly string[] {
	return setup.length === 0
		? []
		: ['What follows starts from what these commands make:', codeBlock('sh', typedLines(setup))];
}

/** Joins paragraphs, each of which ends in an empty line. */
function paragraphs(...parts: readonly string[]): string {
	return parts
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.map((part) => `${part}\n\n`)
		.join('');
}
