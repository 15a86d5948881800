import { compare } from '../engine/judge/difference.ts';
import type { EventOf, LessonEvent } from '../engine/words/event.ts';
import type { Origin } from '../engine/words/origin.ts';
import type { Snapshot } from '../engine/words/snapshot.ts';
import { layoutDifference } from './difference.ts';
import { layoutStepTitle, layoutTitle } from './heading.ts';
import { layoutMarkdown } from './markdown.ts';
import { describeOutcomes, layoutCheck, layoutOtherSpelling, layoutSkipped } from './outcome.ts';
import { createPage } from './page.ts';
import { layoutQuestion, layoutVerdict } from './question.ts';
import { createPaint } from './paint.ts';
import { layoutProof } from './proof.ts';
import { layoutOrigin, layoutRecorded, marginWidth } from './recorded.ts';
import { dim, indent, plain, type Span } from './span.ts';
import { count, nothingYet } from './summary.ts';
import { createBar, layoutCommand, layoutExit, layoutTypedLines } from './transcript.ts';
import { layoutTraced } from './traced.ts';
import { wrap } from './wrap.ts';

/** One function for each kind of event: a kind that is forgotten here does not compile. */
type Reporters = { readonly [Kind in LessonEvent['kind']]: (event: EventOf<Kind>) => string };

const widest = 80;
const narrowest = 20;

/**
 * Creates the teller of a run as text, for people and for pipes. It returns what each event adds,
 * at once, so that a long command is on the page while it runs. Commands and their output are not
 * wrapped.
 */
export function createPlainReporter({
	columns,
	colour,
	recordedOn,
}: {
	readonly columns: number;
	readonly colour: boolean;
	/** Where the run was recorded; undefined where it is live. */
	readonly recordedOn?: Origin;
}): (event: LessonEvent) => string {
	const paint = createPaint(colour);
	const page = createPage(Math.max(narrowest, Math.min(columns, widest)), paint);
	const bar = createBar(paint.dim);
	let tally = nothingYet;
	let lesson: EventOf<'lesson-started'> | undefined;
	let step: EventOf<'step-started'> | undefined;
	/**
	 * The prose of a step, which the next event prints, unless that brings the prose of a recording.
	 */
	let story = '';
	let recorded: EventOf<'recorded'> | undefined;
	let before: Snapshot | undefined;
	let chosen: number | undefined;

	const prose = (name: string, markdown: string) =>
		markdown.trim() === '' ? '' : page.write(name, layoutMarkdown(markdown, page.width));

	const reporters: Reporters = {
		'lesson-started'(event) {
			const gap = lesson === undefined ? '' : '\n';
			lesson = event;
			tally = nothingYet;
			const title = page.write('title', layoutTitle(event, page.width));
			const origin = recordedOn && page.write('origin', layoutOrigin(recordedOn, page.width));
			return gap + title + (origin ?? '') + prose('intro', event.intro);
		},
		setup: ({ commands }) =>
			commands.length === 0
				? ''
				: page.write('setup', [
						...wrap([plain('What follows starts from what these commands make:')], page.width),
						...layoutTypedLines(commands),
					]),
		'step-started'(event) {
			step = event;
			story = event.prose;
			recorded = undefined;
			before = undefined;
			chosen = undefined;
			const place = { ...event, of: lesson?.steps.length ?? event.index + 1 };
			return page.write('step', layoutStepTitle(place, page.width));
		},
		predicted({ answer }) {
			chosen = answer;
			return '';
		},
		observed({ when, snapshot }) {
			if (when === 'before') {
				before = snapshot;
			}
			return when === 'after' && before !== undefined ? compared(before, snapshot) : '';
		},
		'command-started': (event) => page.write('commands', layoutCommand(event)),
		output: ({ text }) => bar.add(text),
		'command-exited': (event) => bar.end() + page.write('commands', layoutExit(event)),
		checked(event) {
			const heading = page.block() === 'checked' ? [] : [[strong('Checked')]];
			return page.write('checked', [...heading, ...layoutCheck(event, page.width)]);
		},
		tried: ({ checks, why }) =>
			page.write('tried', [
				...wrap([strong(`Not yet. ${why ?? ''}`.trim())], page.width),
				...checks.filter(({ held }) => !held).flatMap((check) => layoutCheck(check, page.width)),
			]),
		recorded(event) {
			recorded = event;
			tally = count(tally, event);
			return '';
		},
		explained: ({ text }) => answered() + prose('explained', text),
		proved(proof) {
			const heading = page.block() === 'proved' ? [] : [[strong('Read it yourself')]];
			return page.write('proved', [...heading, ...layoutProof(proof, page.width)]);
		},
		'step-finished'(event) {
			tally = count(tally, event);
			return finished(event);
		},
		visited: ({ terminal, before: came, after: left, checks }) =>
			page.write('visited', [[strong(`You were in ${terminal}`)]]) +
			compared(came, left) +
			page.write(
				'checked',
				checks.flatMap((check) => layoutCheck(check, page.width)),
			),
		traced: (event) => page.write('traced', layoutTraced(event, page.width)),
		'lesson-finished': () =>
			page.write('end', [
				[dim('━'.repeat(page.width))],
				...wrap([strong(`Lesson ${lesson?.number ?? ''}: ${describeOutcomes(tally)}`)], page.width),
			]),
	};

	function question(): string {
		const asked = step?.question;
		return asked ? page.write('question', layoutQuestion(asked, undefined, page.width)) : '';
	}

	/** Returns what is said before the commands of a challenge, which nobody is there to do. */
	function leadToChallenge(): string {
		return step?.task?.kind === 'challenge'
			? page.write('way', wrap([plain('This is for you to do. One way to do it:')], page.width))
			: '';
	}

	function answered(): string {
		const question = step?.question;
		return question ? page.write('answer', layoutVerdict(question, chosen, page.width)) : '';
	}

	function compared(from: Snapshot, to: Snapshot): string {
		const elsewhere = step?.elsewhere;
		const lines = layoutDifference(compare(from, to), page.width - 2);
		return (
			(elsewhere ? page.write('elsewhere', layoutOtherSpelling(elsewhere, page.width)) : '') +
			page.write('difference', [[strong('Before and after')], ...indent(lines, 2)])
		);
	}

	function finished(event: EventOf<'step-finished'>): string {
		const place = recordedOn ? 'there' : 'here';
		switch (event.outcome) {
			case 'passed':
				return page.write('outcome', [[dim(recordedOn ? '✓ Passed there.' : '✓ Passed.')]]);
			case 'failed':
				return page.writeWrong(
					'outcome',
					`✗ Failed${recordedOn ? ' there' : ''}. ${event.why ?? ''}`.trim(),
				);
			case 'skipped':
				return recorded === undefined
					? page.write('outcome', layoutSkipped(event, place, step?.commands ?? [], page.width))
					: page.write('outcome', layoutSkipped(event, place, [], page.width)) + shown(recorded);
		}
	}

	/** Returns a recorded step, told as a run is, but without its title, which was told before. */
	function shown({ on, events }: EventOf<'recorded'>): string {
		const columns = page.width - marginWidth;
		const tell = createPlainReporter({ columns, colour, recordedOn: on });
		const [, ...parts] = events.map(tell);
		return `\n${layoutRecorded(parts.join(''), on, page.width, paint)}`;
	}

	return (event) => {
		const text = event.kind === 'recorded' ? '' : prose('prose', story);
		const asked = text !== '' && event.kind !== 'step-finished' ? question() : '';
		story = '';
		const lead = text !== '' && event.kind === 'observed' ? leadToChallenge() : '';
		return text + asked + lead + (reporters[event.kind] as (event: LessonEvent) => string)(event);
	};
}

function strong(text: string): Span {
	return { text, style: 'strong' };
}
