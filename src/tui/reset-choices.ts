import type { StepState } from '../engine/run/state.ts';
import { counted } from '../report/outcome.ts';
import type { LessonSummary } from './course.ts';
import type { Model } from './model.ts';
import { isFinished, openedLesson, pageOf, placeIn, selectedLesson } from './model.ts';
import { openIn } from './view.ts';

/** Something that can be made as if it had never been. */
export type Reset = {
	readonly what: 'step' | 'lesson' | 'everything';
	readonly title: string;
	/** What is lost by it, in sentences. */
	readonly loses: string;
};

/** The resets that can be chosen from where the learner is, the smallest first. */
export function resetsOf(model: Model): readonly Reset[] {
	return [...stepReset(model), ...lessonReset(model), everythingReset(model)];
}

function stepReset(model: Model): Reset[] {
	const page = pageOf(model);
	if (model.view.screen !== 'lesson' || page.kind !== 'step') {
		return [];
	}
	const { index, step } = page;
	const after = model.state.steps.slice(index + 1).filter(hasRun).length;
	const results =
		after > 0
			? `the results of this step and of ${counted(after, 'step')} after it, and `
			: hasRun(step)
				? 'the result of this step, and '
				: '';
	const before =
		index > 0
			? `, by performing ${index === 1 ? 'the step' : `the ${index} steps`} before it again`
			: '';
	return [
		{
			what: 'step',
			title: `Step ${index + 1}: ${step.started.title}`,
			loses: `Lost: ${results}whatever was changed in the sandbox. It is built anew${before}.`,
		},
	];
}

const hasRun = ({ phase }: StepState): boolean => phase !== 'waiting';

function lessonReset(model: Model): Reset[] {
	const lesson = model.view.screen === 'lesson' ? openedLesson(model) : selectedLesson(model);
	if (!lesson) {
		return [];
	}
	const answers = answersTo(model, lesson);
	const isOpen = openIn(model.view)?.id === lesson.id;
	const lost = [
		...(isOpen ? ['the results of its steps'] : []),
		...(placeIn(model, lesson) === undefined ? [] : ['your place in it']),
		...(isFinished(model, lesson) ? ['that you have finished it'] : []),
		...(answers > 0 ? [counted(answers, 'answer')] : []),
	];
	return [
		{
			what: 'lesson',
			title: `Lesson ${lesson.number}: ${lesson.title}`,
			loses:
				lost.length > 0
					? `Lost: ${listed(lost)}. It begins at its first step.`
					: 'Nothing is lost: you have done nothing in it. It begins at its first step.',
		},
	];
}

function everythingReset(model: Model): Reset {
	const { lessons } = model.course;
	const finished = lessons.filter((lesson) => isFinished(model, lesson)).length;
	const answers = lessons.reduce((sum, lesson) => sum + answersTo(model, lesson), 0);
	return {
		what: 'everything',
		title: 'Everything: all lessons',
		loses: `Lost: your places in all lessons, that you have finished ${finished} of them${answers > 0 ? `, and ${counted(answers, 'answer')}` : ''}. The lesson that is open ends. There is no way back.`,
	};
}

function answersTo({ course }: Model, { id }: LessonSummary): number {
	return course.kept?.answers.get(id) ?? 0;
}

function listed(parts: readonly string[]): string {
	const [last = '', ...others] = parts.toReversed();
	return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}
