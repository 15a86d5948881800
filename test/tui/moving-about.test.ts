import { expect, test } from '@jest/globals';
import type { Memory } from '../../src/tui/memory.ts';
import { actedCourse, chroot, summaries } from './acted-course.ts';
import { walkerOf } from './walker.ts';

const typed = (text: string) => Array.from(text);

const sizes = [
	{ columns: 80, rows: 24 },
	{ columns: 60, rows: 18 },
	{ columns: 50, rows: 12 },
];

test('a lesson that is finished stays so for who has jumped back into it', () => {
	const course = actedCourse({ finished: new Set(['chroot']) });
	const walker = walkerOf(course);
	walker.press('Enter', 'j', '↓', 'Enter');
	course.session.release();
	walker.press('l');
	expect(walker.text()).toMatch(/❯ {2}1 {2}A root of its own +(?:\d+ min +)?✓ finished/);
	expect(walker.text()).not.toMatch(/A root of its own.*step 2 of 3/);
});

test('typing finds the steps of all lessons, those of this one first', () => {
	const walker = walkerOf(actedCourse());
	walker.press('Enter', 'j');
	expect(walker.text()).not.toContain('The leak');
	walker.press(...typed('s'));
	expect(walker.title()).toMatch(/^Go to which step\? {2}s$/);
	expect(walker.text()).toMatch(/❯ ● 1\.1 {2}A shell in an empty directory/);
	expect(walker.text()).toMatch(/3\.2 {2}Second +The leak/);
	walker.press(...typed('econd'), 'Space', ...typed('leak'));
	expect(walker.text().trim()).toMatch(/^❯ {3}3\.2 {2}Second +The leak$/);
	walker.press('Backspace', 'Backspace', 'Backspace', 'Backspace');
	expect(walker.text().trim().split('\n')).toHaveLength(3);
});

test('what steps say is found too, after the titles, with the passage', () => {
	const text = ['We ask for a shell, and the second answer is new.', 'chroot my-container bash'];
	const lessons = summaries.map((lesson) => ({
		...lesson,
		steps: lesson.steps.map((step, index) =>
			lesson.number === 1 && index === 0 ? { ...step, text } : step,
		),
	}));
	const walker = walkerOf(actedCourse({ lessons }));
	walker.press('j', ...typed('second'));
	const rows = walker.text().trim().split('\n');
	expect(rows[0]).toMatch(/^❯ {3}2\.2 {2}Second/);
	expect(rows.at(-1)).toMatch(/1\.1 {2}A shell in an empty directory +… shell, and the second ans/);
	walker.press('Esc', 'j', ...typed('bash'), 'Space', ...typed('chroot'));
	expect(walker.text()).toMatch(/❯ {3}1\.1 .*chroot my-container bash/);
	walker.press('Esc', 'j', ...typed('nowhere'));
	expect(walker.text()).toContain('No step of any lesson has that.');
});

test('what is found in another lesson is gone to, with its lesson', () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	walker.press('Enter', 'j', ...typed('6.2'), 'Enter');
	expect(course.session.heard.at(-1)).toBe('open limits one-core');
	expect(walker.title()).toMatch(/Limits.*step 2 of 2/);
	walker.press('l');
	expect(walker.text()).toMatch(/❯ {2}6 {2}Limits/);
});

test('what is found in this lesson is gone to by performing what is before it', () => {
	const course = actedCourse();
	walkerOf(course).press('Enter', 'j', ...typed('while'), 'Enter');
	expect(course.session.heard.slice(1)).toEqual(['jump 2']);
});

test('from the list one goes to any step of any lesson', () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	walker.press('j', ...typed('core'));
	expect(walker.text()).toMatch(/^ *❯ {3}6\.2/m);
	walker.press('Enter');
	expect(course.session.heard).toEqual(['open limits one-core']);
});

test.each(sizes)(
	'a search without success says so and goes nowhere, at $columns columns',
	(size) => {
		const course = actedCourse();
		const walker = walkerOf(course, size);
		walker.press('Enter', 'j', ...typed('qql'));
		expect(walker.text()).toContain('No step of any lesson');
		walker.press('Enter');
		expect(course.session.heard).toHaveLength(1);
		walker.press('Esc');
		expect(walker.title()).toContain('step 1 of 3');
	},
);

test.each(sizes)('the step that is chosen is in sight, at $columns columns', (size) => {
	const walker = walkerOf(actedCourse(), size);
	walker.press('j', 'End');
	expect(walker.text()).toMatch(/❯ +6\.2 +One core/);
	walker.press('Home');
	expect(walker.text()).toMatch(/❯ +1\.1 /);
});

test('a step that is skipped is performed, and that is said', () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	walker.press('Enter');
	expect(walker.bottom()).toContain('s skip');
	walker.press('s');
	expect(course.session.heard.at(-1)).toBe('jump 1');
	expect(walker.title()).toContain('step 2 of 3');
	expect(walker.bottom()).toBe('! Step 1 is skipped: performed unseen. ← shows it.');
	walker.press('←');
	expect(walker.text()).toContain('exit 127');
	expect(walker.frame().available.has('skip')).toBe(false);
});

test('what is skipped last ends the lesson', () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	walker.press('Enter', 's', 's', 's');
	course.session.release();
	expect(walker.title()).toMatch(/finished$/);
});

test('a step that fails while it is skipped is shown', () => {
	const walker = walkerOf(actedCourse({ memory: memoryOf().memory }));
	walker.press('End', 'Enter');
	while (!walker.title().includes('step 2 of 2')) {
		walker.press('Enter');
	}
	walker.press('s');
	expect(walker.title()).toContain('step 2 of 2');
	expect(walker.content()).toContain('This step failed');
	expect(walker.bottom()).toContain('! Step 2 is skipped');
	walker.press('?', 'Esc');
	expect(walker.bottom()).toContain('x reset');
});

function memoryOf() {
	const heard: string[] = [];
	const memory: Memory = {
		opening: () => [],
		keep: () => undefined,
		forget(lesson) {
			heard.push(`forget ${lesson ?? 'everything'}`);
			return Promise.resolve();
		},
	};
	return { memory, heard };
}

test('where nothing surprised, the key for it says so', () => {
	const walker = walkerOf(actedCourse({ memory: memoryOf().memory }));
	expect(walker.bottom()).not.toContain('review');
	walker.press('w');
	expect(walker.bottom()).toMatch(/^! Nothing to review today/);
});

test('a reset says what is lost, and Esc loses nothing', () => {
	const { memory, heard } = memoryOf();
	const course = actedCourse({
		memory,
		finished: new Set(['chroot', 'leak']),
		answers: new Map([['chroot', 2]]),
	});
	const walker = walkerOf(course);
	walker.press('Enter', 's', 's', '←', '←', 'x');
	expect(walker.text()).toContain('❯ Step 1: A shell in an empty directory');
	expect(walker.text().replace(/\s+/g, ' ')).toContain(
		'Lost: the results of this step and of 1 step after it, and whatever was changed',
	);
	walker.press('Esc', '→', 'x');
	expect(walker.text().replace(/\s+/g, ' ')).toContain('Lost: the result of this step, and what');
	walker.press('Esc', '→', 'x');
	expect(walker.text().replace(/\s+/g, ' ')).toContain(
		'Lost: whatever was changed in the sandbox.',
	);
	walker.press('↓');
	expect(walker.text().replace(/\s+/g, ' ')).toContain('that you have finished it and 2 answers');
	walker.press('↓');
	expect(walker.text().replace(/\s+/g, ' ')).toContain(
		'that you have finished 2 of them, and 2 answers. The lesson that is open ends. There is no way back.',
	);
	walker.press('Esc');
	expect(heard).toEqual([]);
	expect(course.session.heard).toEqual([
		'open chroot a-shell-in-an-empty-directory',
		'jump 1',
		'jump 2',
	]);
});

test('a step is reset on a new sandbox, by performing those before it', () => {
	const { memory, heard } = memoryOf();
	const course = actedCourse({ memory });
	const walker = walkerOf(course);
	walker.press('Enter', 's', 'x', 'Enter');
	expect(course.session.heard.at(-1)).toBe('open chroot bash-moves-in');
	expect(walker.title()).toContain('step 2 of 3');
	expect(heard).toEqual([]);
});

test('a lesson is reset to its first step, from the list too', () => {
	const { memory, heard } = memoryOf();
	const course = actedCourse({ memory });
	const walker = walkerOf(course);
	walker.press('Enter', 's', 'x', '↓', 'Enter');
	expect(heard).toEqual(['forget chroot']);
	expect(walker.title()).toContain('step 1 of 3');
	walker.press('s', 'l', 'x', 'Enter');
	expect(heard).toEqual(['forget chroot', 'forget chroot']);
	expect(course.session.heard.at(-1)).toBe('open chroot a-shell-in-an-empty-directory');
});

test('after everything is reset nothing has been done', async () => {
	const { memory, heard } = memoryOf();
	const course = actedCourse({ memory });
	const walker = walkerOf(course);
	walker.press('Enter', 's', 'x', 'End', 'Enter');
	expect(course.session.heard.at(-1)).toBe('close');
	expect(walker.text()).toMatch(/❯ {2}1 {2}A root of its own .* ready/);
	await new Promise(setImmediate);
	expect(heard).toEqual(['forget everything']);
	expect(walker.bottom()).toBe('! Everything is reset: no lesson has been done.');
});

test('that everything is reset is said when that is written, and not before', async () => {
	let write = () => {};
	const memory: Memory = {
		opening: () => [],
		keep: () => undefined,
		forget: () =>
			new Promise((resolve) => {
				write = resolve;
			}),
	};
	const walker = walkerOf(actedCourse({ memory }));
	walker.press('x', 'End', 'Enter');
	await new Promise(setImmediate);
	expect(walker.bottom()).not.toContain('Everything is reset');
	write();
	await new Promise(setImmediate);
	expect(walker.bottom()).toBe('! Everything is reset: no lesson has been done.');
});

test('in a replay nothing is kept, so that nothing can be reset', () => {
	const walker = walkerOf(actedCourse());
	walker.press('Enter', 'x');
	expect(walker.title()).toContain('step 1 of 3');
});

test('each lesson remembers where it was left, also before today', () => {
	const places = new Map([
		['chroot', chroot.steps[2]?.started.step],
		['leak', 'second'],
	]);
	const course = actedCourse({ places, resume: { lesson: 'leak', step: 'third' } });
	const walker = walkerOf(course);
	expect(walker.text()).toMatch(/A root of its own .* step 3 of 3/);
	expect(walker.text()).toMatch(/❯ {2}3 {2}The leak .* step 3 of 3/);
});
