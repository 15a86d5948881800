import type { State, StepState } from '../engine/run/state.ts';
import { wrap } from './wrap.ts';
import { plain, widthOf } from './span.ts';
import { counted } from './outcome.ts';

/** What stays on the terminal when the walkthrough has ended: the lessons of this sitting. */
export type Farewell = {
	/** Takes note of the open lesson's state; called whenever it has changed. */
	keep(state: State): void;
	/** Returns a few lines for each of the last lessons; none where nothing was done. */
	lines(width: number): readonly string[];
};

/**
 * Creates the farewell of one sitting.
 * @param hasMarks Whether each step has a mark; a screen reader would spell them.
 */
export function createFarewell(hasMarks = true): Farewell {
	/** The last state of each lesson; a lesson that is opened again starts anew. */
	const sitting = new Map<string, State>();
	return {
		keep(state) {
			const { lesson = '' } = state.lesson ?? {};
			// The open lesson comes last.
			sitting.delete(lesson);
			sitting.set(lesson, state);
		},
		lines: (width) =>
			[...sitting.values()].slice(-most).flatMap((state) => describe(state, width, hasMarks)),
	};
}

/**
 * The number of lessons shown: a dozen lines more would push away what was on the terminal before.
 */
const most = 4;

function describe({ lesson, steps }: State, width: number, hasMarks: boolean): readonly string[] {
	const done = steps.filter(({ phase }) => phase in marks);
	if (lesson === undefined || done.length === 0) {
		return [];
	}
	const { number, title } = lesson;
	const row = [
		`${number}`,
		title,
		...(hasMarks ? [done.map(({ phase }) => marks[phase]).join('')] : []),
		tell(done),
	].join('  ');
	const surprises = done.filter(isSurprise).map(({ started }) => started.title);
	return [
		...folded(row, width),
		...(surprises.length > 0
			? folded(`   You said otherwise: ${surprises.join('; ')}`, width)
			: []),
	];
}

const marks: Readonly<Partial<Record<StepState['phase'], string>>> = {
	passed: '✓',
	failed: '✗',
	skipped: '–',
};

function tell(done: readonly StepState[]): string {
	const passed = done.filter(({ phase }) => phase === 'passed').length;
	return `${counted(passed, 'step')} passed`;
}

function isSurprise({ started: { question }, prediction, phase }: StepState): boolean {
	return (
		phase === 'passed' &&
		prediction !== undefined &&
		question?.answers[prediction]?.isRight === false
	);
}

/** Folds a row that does not fit, with its continuation indented; one that fits stays as it is. */
function folded(text: string, width: number): readonly string[] {
	if (widthOf([plain(text)]) <= width) {
		return [text];
	}
	return wrap([plain(text)], width - 3).map((line, index) => {
		const words = line.map((span) => span.text).join('');
		return index === 0 && !text.startsWith(' ') ? words : `   ${words}`;
	});
}
