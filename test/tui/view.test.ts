import { expect, test } from '@jest/globals';
import { initialState } from '../../src/engine/run/state.ts';
import { nothingKept } from '../../src/tui/course.ts';
import type { Memory } from '../../src/tui/memory.ts';
import {
	backToLesson,
	finishLesson,
	firstView,
	forgetLesson,
	goToStep,
	inDraft,
	inLesson,
	leaveLesson,
	openLesson,
	showList,
	withLessonWindow,
	type View,
} from '../../src/tui/view.ts';
import { actedCourse } from './acted-course.ts';
import { walkerOf } from './walker.ts';

const list = firstView(0, undefined);
const inChroot = goToStep(openLesson(list, 'chroot', 0, initialState), 2);

test('the lesson stays open, as it was left, while the list is looked at', () => {
	const left = inLesson(inDraft(inChroot, { answer: 1 }), { scroll: 7, sideScroll: 3 });
	const back = backToLesson(showList(left));
	// What the list says of a lesson lies where its second pane was.
	expect(back).toEqual(inLesson(left, { sideScroll: 'fresh' }));
});

test('a lesson that was left is not gone back to, and its place is kept', () => {
	const left = leaveLesson(inChroot);
	expect(backToLesson(left)).toBe(left);
	expect(goToStep(left, 1)).toBe(left);
	expect(left.places).toEqual({ chroot: 2 });
	expect(forgetLesson(left, 'chroot').places).toEqual({});
});

test('another step has a draft of its own', () => {
	const drafted = inDraft(inChroot, { answer: 1, hints: 2 });
	expect(goToStep(drafted, 1).open?.draft).toEqual({
		answer: undefined,
		line: undefined,
		hints: 0,
	});
});

test('only the lesson that is open is finished, and once', () => {
	expect(finishLesson(inChroot, 'leak')).toBe(inChroot);
	expect(finishLesson(list, undefined)).toBe(list);
	const walked = finishLesson(inChroot, 'chroot');
	expect(walked.walked).toEqual(['chroot']);
	expect(finishLesson(walked, 'chroot')).toBe(walked);
});

test('what belongs to a lesson does not come over the list', () => {
	const window = { kind: 'visited', scroll: 0 } as const;
	expect(withLessonWindow(list, window)).toBe(list);
	expect(inLesson(list, { scroll: 3 })).toBe(list);
	// @ts-expect-error A visit is made in a lesson.
	const visited: View = { ...list, window };
	// @ts-expect-error On the screen of a lesson there is one.
	const nowhere: View = { ...list, screen: 'lesson' };
	// @ts-expect-error Who leaves looks at nothing any more.
	const leaving: View = { screen: 'leaving', window };
	expect([visited, nowhere, leaving]).toHaveLength(3);
});

test('no view follows that of leaving', () => {
	const walker = walkerOf(actedCourse());
	walker.leave();
	walker.review();
	walker.press('Enter', '?');
	expect(walker.model().view).toEqual({ screen: 'leaving' });
});

test('what is forgotten and where that leads are one picture', () => {
	const memory: Memory = {
		opening: () => [],
		keep: () => undefined,
		forget() {
			acted.course.set({ ...acted.course.get(), kept: nothingKept });
			return Promise.resolve();
		},
	};
	const acted = actedCourse({ memory, finished: new Set(['leak']) });
	const walker = walkerOf(acted);
	walker.press('Enter', 'x', 'End');
	const seen = new Set<string>();
	walker.subscribe(() => {
		const { view, course } = walker.model();
		seen.add(`${view.screen}, ${course.kept?.finished.size} finished`);
	});
	walker.press('Enter');
	expect([...seen]).toEqual(['list, 0 finished']);
});
