import type { Course } from './course.ts';
import type { Recalling, View } from './view.ts';

/** Asks what belongs before this lesson, if there is anything. */
export function recallBefore(lesson: string, { recall }: Course, view: View): View {
	return recalling(view, 'lesson', recall?.opening(lesson));
}

/** Asks again what surprised. */
export function review({ recall }: Course, view: View): View {
	return recalling(view, 'list', recall?.surprises());
}

function recalling(
	view: View,
	before: Recalling['before'],
	questions: Recalling['questions'] = [],
): View {
	if (questions.length === 0) return view;
	const overlay = { kind: 'recall', before, questions, index: 0, said: undefined } as const;
	return { ...view, overlay: { ...overlay, scroll: 'fresh' } };
}

/** The first answer counts; the next question comes after what there is to say to it. */
export function answerRecalled({ recall }: Course, recalling: Recalling, said: number): Recalling {
	const asked = recalling.questions[recalling.index];
	if (recalling.said !== undefined || !asked?.question.answers[said]) return recalling;
	recall?.keep(asked, said);
	return { ...recalling, said, scroll: 'fresh' };
}

/** Undefined after the last one. */
export function nextRecalled(recalling: Recalling): Recalling | undefined {
	if (isLast(recalling)) return undefined;
	return { ...recalling, index: recalling.index + 1, said: undefined, scroll: 'fresh' };
}

export function isLast({ questions, index }: Recalling): boolean {
	return index + 1 >= questions.length;
}
