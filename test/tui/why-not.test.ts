import { expect, test } from '@jest/globals';
import { actionOf } from '../../src/tui/keys.ts';
import { actedCourse, chroot, limits } from './acted-course.ts';
import { asking } from './acted-lesson.ts';
import { walkerOf } from './walker.ts';

test.each([
	['p', 'In a lesson only: Enter opens the one chosen.'],
	['r', 'This lesson has not been begun: Enter opens it.'],
	['Esc', 'There is no window to close.'],
	['z', 'z does nothing: ? shows all keys.'],
])('in the list, %s says why it does nothing', (key, sentence) => {
	const walker = walkerOf(actedCourse());
	walker.press(key);
	expect(walker.bottom()).toBe(`! ${sentence}`);
});

test.each([
	['p', 'Nothing to prove yet: the step has not run.'],
	['h', 'No hints here: they come with what you do yourself.'],
	['e', 'Only a line that says so can be changed.'],
	['a', 'Nothing is asked here.'],
	['o', 'Nothing is folded here.'],
	['Tab', 'There is no other pane to scroll.'],
	['←', 'This is the first step.'],
	['i', 'Nothing is offered to be installed here.'],
	['w', 'w works in the list of lessons: l leads there.'],
	['r', 'r works in the list of lessons (l); x resets this one.'],
])('in a step that waits, %s says why it does nothing', (key, sentence) => {
	const walker = walkerOf(actedCourse());
	walker.press('Enter', key);
	expect(walker.bottom()).toBe(`! ${sentence}`);
});

test('after a run other reasons are true', () => {
	const walker = walkerOf(actedCourse(), { columns: 80, rows: 80 });
	walker.press('Enter', 'Enter', 'p');
	expect(walker.bottom()).toBe('! This step has nothing to prove.');
	walker.press('s');
	expect(walker.bottom()).toBe('! This step was performed: there is nothing to skip.');
	walker.press('↓');
	expect(walker.bottom()).toBe('! All of it is in sight.');
});

test('a step that has run, or was skipped, offers no answers and says what is true of it', () => {
	const course = actedCourse({}, [chroot, limits].map(asking));
	const walker = walkerOf(course, { columns: 80, rows: 80 });
	walker.press('Enter');
	expect(walker.text()).toMatch(/ {3}a {2}This\.\n {3}b {2}That\./);
	walker.press('s', '←');
	expect(walker.text()).toMatch(/ {3}· {2}This\.\n {3}· {2}That\.[^]*It was: That\./);
	walker.press('a');
	expect(walker.bottom()).toBe('! It has run unanswered.');
	walker.press('l', 'End', 'Enter');
	expect(walker.text()).not.toContain('This.');
	walker.press('a');
	expect(walker.bottom()).toBe('! This step cannot run here: Enter goes on.');
});

test('the sentence is gone with the next key that works', () => {
	const walker = walkerOf(actedCourse());
	const keys = walker.bottom();
	walker.press('p');
	expect(walker.bottom()).not.toBe(keys);
	walker.press('G', 'g');
	expect(walker.bottom()).toBe(keys);
});

test('in a window, what it has no key for closes nothing and says what does', () => {
	const walker = walkerOf(actedCourse());
	walker.press('Enter', '?', 'p');
	expect(walker.bottom()).toBe('! Not in this window: Esc closes it.');
	walker.press('z');
	expect(walker.bottom()).toBe('! Not in this window: Esc closes it.');
	expect(walker.title()).toBe('Keys');
});

test('every key says something where it does nothing, in one row of a narrow screen', () => {
	const size = { columns: 60, rows: 80 };
	const places = [[], ['Enter'], ['Enter', 'Enter'], ['Enter', 'x'], ['j']];
	for (const place of places) {
		for (const key of 'pheaboTyjsxivrwlzn?'.split('').concat('Esc', 'Tab', '←', '↑', 'Backspace')) {
			const walker = walkerOf(actedCourse(), size);
			walker.press(...place);
			const action = actionOf(key, place[0] === 'j');
			if (action && walker.frame().available.has(action)) {
				continue;
			}
			walker.press(key);
			expect(walker.bottom()).toMatch(/^! .*\.$/);
		}
	}
});
