import type { LessonSummary } from '../course.ts';
import type { Model } from '../model.ts';
import { isFinished, placeIn } from '../model.ts';
import type { Line, Span } from './line.ts';
import { cut, hanging, justified, sections, span } from './line.ts';
import { missingLines } from './missing.ts';

/** One row for each lesson. */
export function lessonRows(model: Model, width: number): Line[] {
	const { course, view } = model;
	const standing = Math.max(
		0,
		...course.lessons.map((lesson) => standingOf(model, lesson).text.length),
	);
	return course.lessons.map((lesson, index) => {
		const isSelected = index === view.selected;
		const left = [
			span(isSelected ? '❯ ' : '  ', 'accent'),
			span(`${String(lesson.number).padStart(2)}  `, 'dim'),
			span(lesson.title, isSelected ? 'heading' : 'plain'),
		];
		const { text, style } = standingOf(model, lesson);
		const right = [
			span(`${String(lesson.minutes)} min   `, 'dim'),
			span(text.padEnd(standing), style),
		];
		return (
			justified(left, right, width) ??
			justified(left, [span(text, style)], width) ??
			cut(left, width)
		);
	});
}

function standingOf(model: Model, lesson: LessonSummary): Span {
	const place = placeIn(model, lesson);
	if (place !== undefined) {
		return span(`● step ${place + 1} of ${lesson.steps.length}`, 'code');
	}
	if (isFinished(model, lesson)) return span('✓ finished', 'good');
	return lesson.readiness === 'ready' ? span('  ready') : span(`– ${lesson.readiness}`, 'dim');
}

/** About the lesson that is selected: what stands in its way, and what is in it. */
export function lessonDetails(model: Model, lesson: LessonSummary, width: number): Line[] {
	const { install } = model.course;
	const place = placeIn(model, lesson);
	return sections(
		hanging([], lesson.title, 'heading', width),
		readinessLines(lesson, width),
		install?.lesson === lesson.id
			? [
					...hanging(
						[],
						`${install.package} is not installed; this lesson is better with it.`,
						'plain',
						width,
					),
					...hanging([span('i', 'key'), span(' runs ', 'dim')], install.command, 'command', width),
				]
			: [],
		lesson.steps.flatMap(({ title }, index) =>
			hanging(
				[span(index === place ? '● ' : '· ', index === place ? 'accent' : 'dim')],
				title,
				'plain',
				width,
			),
		),
	);
}

const verdicts = {
	ready: 'All of it can be done on this machine.',
	limited: 'Limited: some of its steps are skipped on this machine.',
	'not here': 'Not here: this machine allows none of its steps.',
};

function readinessLines({ readiness, causes }: LessonSummary, width: number): Line[] {
	return [
		...hanging([], verdicts[readiness], readiness === 'ready' ? 'dim' : 'plain', width),
		...missingLines(causes, width),
	];
}
