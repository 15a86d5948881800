import { expect, test } from '@jest/globals';
import { nothingKept, type RecalledQuestion } from '../../src/tui/course.ts';
import type { Memory } from '../../src/tui/memory.ts';
import { actedCourse } from './acted-course.ts';
import { walkerOf } from './walker.ts';

const small = { columns: 60, rows: 18 };
const asked = (name: string): RecalledQuestion => ({
	name,
	lesson: { number: 1, title: 'A root of its own' },
	step: 'A shell inside it',
	prose: 'We ask for a shell.',
	question: {
		text: `Will ${name} work?`,
		answers: [
			{ text: 'Yes.', isRight: false, reply: `There is no ${name} in there.` },
			{ text: 'No.', isRight: true, reply: undefined },
		],
	},
});

/** A course with these questions to ask again, and the answers that are kept. */
function recalling(names: readonly string[], resume?: { lesson: string; step: string }) {
	const kept: (readonly [string, number])[] = [];
	const questions = names.map(asked);
	const memory: Memory = {
		opening: (lesson) => (lesson === 'chroot' ? questions : []),
		keep({ name }, said) {
			kept.push([name, said]);
			const surprises = questions.filter(
				(question) => !kept.some(([one]) => one === question.name),
			);
			course.course.set({ ...course.course.get(), kept: { ...nothingKept, surprises } });
		},
		forget: () => Promise.resolve(),
	};
	const course = actedCourse({ memory, surprises: questions, resume });
	return { kept, course };
}

test('a lesson opens with questions of earlier ones, each answered by one key', () => {
	const { kept, course } = recalling(['bash', 'ls']);
	const walker = walkerOf(course, small);
	walker.press('Enter');
	expect(walker.title()).toBe('Do you remember?  1 of 2');
	expect(walker.text()).toContain('From lesson 1, A root of its own: A shell inside it');
	// The stage is being set up meanwhile.
	expect(course.session.heard[0]).toMatch(/^open chroot/);
	expect(walker.bottom()).toMatch(/^Enter {2}pass over/);
	walker.press('a');
	expect(walker.text()).toMatch(/You said a: Yes\.[^]*It was b: No\.[^]*There is no bash in there/);
	// The first answer counts.
	walker.press('b', 'Enter');
	expect(walker.title()).toBe('Do you remember?  2 of 2');
	expect(walker.bottom()).toMatch(/^Enter {2}to the lesson/);
	walker.press('b');
	expect(walker.text()).toContain('You said so: b: No.');
	expect(kept).toEqual([
		['bash', 0],
		['ls', 1],
	]);
	walker.press('Enter');
	expect(walker.title()).toContain('step 1 of 3');
});

test('they can be passed over, one by one or all at once, and nothing is kept of that', () => {
	const { kept, course } = recalling(['bash', 'ls']);
	const one = walkerOf(course, small);
	one.press('Enter', 'Enter', 'Enter');
	expect(one.title()).toContain('step 1 of 3');
	const again = recalling(['bash', 'ls']);
	const all = walkerOf(again.course, small);
	all.press('Enter', 'Esc');
	expect(all.title()).toContain('step 1 of 3');
	expect([...kept, ...again.kept]).toEqual([]);
});

test('who comes back to the middle of a lesson is not asked', () => {
	const resume = { lesson: 'chroot', step: 'bash-moves-in' };
	const { course } = recalling(['bash'], resume);
	const walker = walkerOf(course, small);
	walker.press('Enter');
	expect(walker.title()).not.toContain('Do you remember?');
});

test('what surprised is asked again from the list, while there is something', () => {
	const { kept, course } = recalling(['bash']);
	const walker = walkerOf(course, { columns: 80, rows: 24 });
	expect(walker.bottom()).toContain('w review');
	walker.press('w');
	expect(walker.title()).toBe('What surprised you  1 of 1');
	walker.press('b', 'Enter');
	expect(kept).toEqual([['bash', 1]]);
	expect(walker.bottom()).toContain('choose');
	expect(walker.bottom()).not.toContain('w review');
});

test('an answer that is longer than the screen is read to its end first', () => {
	const { course } = recalling(['bash']);
	const walker = walkerOf(course, { columns: 40, rows: 9 });
	walker.press('w', 'a');
	while (walker.bottom().startsWith('Enter  read on')) {
		walker.press('Enter');
	}
	expect(walker.text()).toContain('There is no bash in there.');
	expect(walker.bottom()).toMatch(/^Enter {2}to the list/);
});

test('in a replay nothing is asked again', () => {
	const walker = walkerOf(actedCourse());
	expect(walker.bottom()).not.toContain('review');
	walker.press('w', 'Enter');
	expect(walker.title()).toContain('step 1 of 3');
});
