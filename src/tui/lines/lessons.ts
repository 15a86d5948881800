import { counted } from '../../report/outcome.ts';
import type { LessonSummary } from '../course.ts';
import type { Model } from '../model.ts';
import { isFinished, placeIn, selectedLesson } from '../model.ts';
import { suggestionLines } from './offer.ts';
import type { Line, Span } from './line.ts';
import { cut, hanging, justified, sections, span } from './line.ts';
import { missingLines } from './missing.ts';

/** One row for each lesson; the minutes are left out where they do not fit into all. */
export function lessonRows(model: Model, width: number): Line[] {
	const { lessons } = model.course;
	const selected = selectedLesson(model);
	const standings = lessons.map((lesson) => standingOf(model, lesson));
	const column = Math.max(0, ...standings.map(({ text }) => text.length));
	const row = (lesson: LessonSummary, index: number, withMinutes: boolean) => {
		const { text, style } = standings[index] ?? span('');
		const minutes = withMinutes ? [span(`${lesson.minutes} min   `, 'dim')] : [];
		const left = nameOf(lesson, lesson === selected);
		return justified(left, [...minutes, span(text.padEnd(column), style)], width);
	};
	const complete = lessons.map((lesson, index) => row(lesson, index, true));
	if (complete.every((line) => line !== undefined)) {
		return complete;
	}
	return lessons.map(
		(lesson, index) => row(lesson, index, false) ?? cut(nameOf(lesson, lesson === selected), width),
	);
}

function nameOf({ number, title }: LessonSummary, isSelected: boolean): Line {
	return [
		span(isSelected ? '❯ ' : '  ', 'accent'),
		span(`${String(number).padStart(2)}  `, 'dim'),
		span(title, isSelected ? 'heading' : 'plain'),
	];
}

function standingOf(model: Model, lesson: LessonSummary): Span {
	const place = placeIn(model, lesson);
	// Who has jumped back into it has finished it all the same; the step has its mark below.
	if (isFinished(model, lesson)) {
		return span('✓ finished', 'good');
	}
	if (place !== undefined) {
		return span(`● step ${place + 1} of ${lesson.steps.length}`, 'code');
	}
	if (model.course.recordedOn) {
		return span('  recorded');
	}
	return lesson.readiness === 'ready' ? span('  ready') : span(`– ${lesson.readiness}`, 'dim');
}

/** About the lesson that is selected: what stands in its way, and what is in it. */
export function lessonDetails(model: Model, lesson: LessonSummary, width: number): Line[] {
	const place = placeIn(model, lesson);
	return sections(
		suggestionLines(model.course.suggestion, lesson.id, width),
		readinessLines(lesson, model, width),
		lesson.steps.flatMap(({ title }, index) => {
			const mark = index === place ? span('● ', 'accent') : span('· ', 'dim');
			return hanging([mark], title, 'plain', width);
		}),
	);
}

const verdicts = {
	ready: 'All of it can be done on this machine.',
	limited: 'Limited: some of its steps are skipped on this machine.',
	'not here': 'Not here: this machine allows none of its steps.',
};

function readinessLines(lesson: LessonSummary, { course }: Model, width: number): Line[] {
	const { readiness, recorded, causes } = lesson;
	if (course.recordedOn) {
		return hanging([], 'Recorded: it is shown, not run.', 'dim', width);
	}
	const shown = recorded > 0 ? ` ${counted(recorded, 'step')} can be seen in a recording.` : '';
	const verdict = verdicts[readiness] + shown;
	return [
		...hanging([], verdict, readiness === 'ready' ? 'dim' : 'plain', width),
		...missingLines(causes, width),
	];
}
