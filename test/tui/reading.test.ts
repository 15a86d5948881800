import { expect, test } from '@jest/globals';
import { readPage } from '../../src/tui/reading/page.ts';
import { newsOf } from '../../src/tui/reading/news.ts';
import { readAloud } from '../../src/tui/reading/read-aloud.ts';
import { readingSize } from '../../src/tui/layout.ts';
import { actedCourse } from './acted-course.ts';
import { walkerOf } from './walker.ts';

/** A learner who hears the lines that are written. */
function listener() {
	const course = actedCourse();
	const walker = walkerOf(course, readingSize);
	let text = '';
	readAloud(
		walker,
		(more) => (text += more.replaceAll('\r', '')),
		() => 80,
	);
	return {
		course,
		hear: (...keys: readonly string[]) => {
			text = '';
			walker.press(...keys);
			return text;
		},
		heard: () => text,
	};
}

test('a page is read from its title to its keys', () => {
	const { heard, hear } = listener();
	expect(heard()).toMatch(/^\nContainers under the hood, 0 of \d lessons finished\n/);
	expect(heard()).toMatch(/chosen: +1 {2}A root of its own/);
	expect(heard()).toMatch(/Keys: Enter open, Up or Down choose,.* q quit\.\n$/s);
	const step = hear('Enter');
	expect(step).toMatch(/step 1 of 3\n/);
	expect(step).toMatch(/# chroot my-container bash\n\nKeys: Enter run,/);
});

test('after a run only what is new is read, in the order it happened', () => {
	const { hear } = listener();
	hear('Enter');
	const run = hear('Enter');
	expect(run).not.toContain('step 1 of 3');
	expect(run).toMatch(/running\nhost:\n.*mkdir my-container\n {2}exit 0\n/s);
	expect(run).toMatch(/exit 127, as expected\n\nok: both checks passed\n\nBefore and after\n/);
	expect(run).toMatch(/appeared: my-container\//);
	expect(run).toMatch(/\nKeys: Enter next step,[^]*, \? all keys\.\n$/);
});

test('of a moved choice only the chosen one is read', () => {
	const { hear } = listener();
	const lines = hear('↓').trim().split('\n');
	expect(lines[0]).toMatch(/^chosen: +2 {2}Bash moves in/);
	expect(lines.length).toBeLessThan(7);
	expect(lines.join()).not.toContain('A root of its own');
});

test('up and down tell the chosen lesson, and not its steps each time', () => {
	const { hear } = listener();
	hear('↓');
	const up = hear('↑');
	expect(up).toMatch(/^chosen: +1 {2}A root of its own/);
	expect(up).not.toContain('A shell in an empty directory');
});

test('the keys of answers are those that there are', () => {
	const question = (count: number) => ({
		text: 'What now?',
		answers: ['one', 'two', 'three'].slice(0, count).map((text, index) => ({
			text,
			isRight: index === 0,
			reply: 'No.',
		})),
	});
	const lesson = { number: 1, title: 'A root of its own' };
	const asked = { name: 'chroot/one', lesson, step: 'A step', prose: '' };
	const questions = [2, 3].map((count) => ({ ...asked, question: question(count) }));
	const walker = walkerOf(actedCourse({ surprises: questions }), readingSize);
	const keys = () => readPage(walker.model(), walker.frame()).keys;
	walker.press('w');
	expect(keys()).toContain('a or b answer');
	walker.press('Enter');
	expect(keys()).toContain('a to c answer');
});

test('who comes back from a window is told where, and nothing twice', () => {
	const { hear } = listener();
	hear('Enter');
	expect(hear('?')).toContain('Clean up and quit');
	const back = hear('Esc');
	expect(back).toMatch(/step 1 of 3/);
	expect(back).not.toContain('chroot my-container bash');
});

test('there are no drawings, and no marks without a word', () => {
	const { hear, heard } = listener();
	const all = [heard(), ...['Enter', 'Enter', '?', 'Esc', 'j'].map((key) => hear(key))].join('');
	expect(all).not.toMatch(/[─│╭╰┄✓✗●❯←↑→↓]/);
});

test('a notice is read as one', () => {
	const { hear } = listener();
	hear('Enter', 'j', 'G', 'Enter');
	hear('Enter');
	expect(hear('l')).toBe('Note: A command runs: wait for it to end, or stop it with Ctrl-C.\n');
});

test('keys are told once, and then only what they do that is new', () => {
	const { hear } = listener();
	expect(hear('Enter')).toMatch(/Keys: Enter run,.*s skip.* \? all keys\.\n$/s);
	const run = hear('Enter');
	expect(run).not.toMatch(/q quit|j jump/);
	hear('Enter');
	expect(hear('?')).toMatch(/Clean up and quit/);
});

test('the arrow of a notice is a word', () => {
	const { hear } = listener();
	hear('Enter');
	expect(hear('s')).toMatch(/Note: Step 1 is skipped: performed unseen\. Left shows it\./);
});

test('of an answer all is read that there is to say to it', () => {
	const before = ['What is it?', 'chosen: a  One', '   b  Other', '', 'host:', '  # true'];
	const after = ['What is it?', '   a  One', 'chosen: b  Other', '', 'host:', '  # true', ''];
	expect(newsOf(before, [...after, 'You said b.', '', 'It was a.'])).toEqual([
		'chosen: b  Other',
		'You said b.',
		'',
		'It was a.',
	]);
});
