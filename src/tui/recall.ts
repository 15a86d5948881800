import type { RecalledQuestion } from './course.ts';
import type { Memory } from './memory.ts';
import { type ShownView, withWindow } from './view.ts';
import type { RecallWindow } from './windows.ts';

/** Opens the window of these questions, where there are any. */
export function askAgain(view: ShownView, questions: readonly RecalledQuestion[] = []): ShownView {
	return questions.length === 0
		? view
		: withWindow(view, { kind: 'recall', questions, index: 0, said: undefined, scroll: 'fresh' });
}

/** Keeps the answer (an index) and says what there is to say to it. Only the first answer counts. */
export function answerRecalled(
	memory: Memory | undefined,
	recall: RecallWindow,
	said: number,
): RecallWindow {
	const asked = recall.questions[recall.index];
	if (recall.said !== undefined || !asked?.question.answers[said]) {
		return recall;
	}
	memory?.keep(asked, said);
	return { ...recall, said, scroll: 'fresh' };
}

/** The next question; undefined after the last one. */
export function nextRecalled(recall: RecallWindow): RecallWindow | undefined {
	if (isLast(recall)) {
		return undefined;
	}
	return { ...recall, index: recall.index + 1, said: undefined, scroll: 'fresh' };
}

/** Whether no question follows. */
export function isLast({ questions, index }: RecallWindow): boolean {
	return index + 1 >= questions.length;
}
