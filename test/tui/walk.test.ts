import { expect, jest, test } from '@jest/globals';
import { actedCourse, chroot, summaries } from './acted-course.ts';
import { actedLesson, asking } from './acted-lesson.ts';
import { walkerOf } from './walker.ts';

const small = { columns: 60, rows: 18 };

test('nothing runs before all of its commands were on the screen', () => {
	const course = actedCourse();
	const walker = walkerOf(course, small);
	walker.press('Enter');
	expect(walker.text()).not.toContain('chroot my-container bash');
	expect(walker.bottom()).toMatch(/^Enter {2}read on/);
	walker.press('Enter');
	expect(course.session.heard).toEqual(['open chroot a-shell-in-an-empty-directory']);
	expect(walker.text()).toContain('# mkdir my-container');
	expect(walker.text()).toContain('# chroot my-container bash');
	expect(walker.bottom()).toMatch(/^Enter {2}run/);
	walker.press('Enter');
	expect(course.session.heard.at(-1)).toBe('proceed');
});

test('a question below is announced; its answer brings it into sight', () => {
	const walker = walkerOf(actedCourse({}, [asking(chroot)]), small);
	walker.press('Enter');
	expect(walker.text()).not.toContain('Which?');
	expect(walker.bottom()).toMatch(/^Enter {2}read on to the question/);
	expect(walker.bottom()).not.toContain('a b …');
	walker.press('b');
	expect(walker.text()).toMatch(/Which\?[^]*❯ b {2}That\./);
	expect(walker.bottom()).toContain('a b … answer');
});

test('no result is passed over unread, and after the last line the next step comes', () => {
	const walker = walkerOf(actedCourse(), small);
	walker.press('Enter', 'Enter', 'Enter');
	const seen = [walker.text()];
	while (walker.bottom().startsWith('Enter  read on')) {
		walker.press('Enter');
		seen.push(walker.text());
	}
	for (const part of [
		'exit 127, as expected',
		'both checks passed',
		'Before and after',
		'no such program',
	]) {
		expect(seen.join('\n')).toContain(part);
	}
	expect(walker.bottom()).toMatch(/^Enter {2}next step/);
	walker.press('Enter');
	expect(walker.title()).toContain('step 2 of 3');
});

test('the keys for going forward are one', () => {
	for (const key of ['Enter', '→', 'Space']) {
		const course = actedCourse();
		walkerOf(course).press(key, key);
		expect(course.session.heard.at(-1)).toBe('proceed');
	}
});

test('what has run is shown from where it began', () => {
	const walker = walkerOf(actedCourse(), small);
	walker.press('Enter', 'Enter', 'Enter');
	expect(walker.text().trimStart()).toMatch(/^╭─ host/);
});

test('while a command prints, its end is in sight, whatever comes below', () => {
	const typed = { terminal: 'host', text: 'ping -c 100 example.org' };
	const output = Array.from({ length: 14 }, (_, index) => `answer ${index}\n`).join('');
	const lesson = actedLesson({ id: 'chroot', number: 1, title: 'Long', intro: 'Wait.' }, [
		{
			title: 'A long wait',
			prose: 'It prints and prints.',
			commands: [{ ...typed, output, holds: true }],
			elsewhere: { version: 'v2', commands: Array.from({ length: 9 }, () => typed) },
		},
	]);
	const walker = walkerOf(actedCourse({}, [lesson]), small);
	walker.press('Enter', 'Enter');
	expect(walker.text()).toContain('answer 13');
	expect(walker.text()).toContain('running, 0 s');
	expect(walker.bottom()).toMatch(/^Ctrl-C stop/);
});

test('going back looks and runs nothing', () => {
	const course = actedCourse();
	const walker = walkerOf(course, { columns: 120, rows: 40 });
	walker.press('Enter', 'Enter', 'Enter');
	const heard = [...course.session.heard];
	walker.press('←');
	expect(walker.title()).toContain('step 1 of 3');
	expect(walker.text()).toContain('exit 127, as expected');
	walker.press('←', 'Enter');
	expect(walker.title()).toContain('step 2 of 3');
	expect(course.session.heard).toEqual(heard);
});

test('jumping performs the steps up to there, and only looks at those that have run', () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	walker.press('Enter', 'j', '↓', '↓', 'Enter');
	expect(course.session.heard.at(-1)).toBe('jump 2');
	expect(walker.title()).toContain('step 3 of 3');
	walker.press('j', 'Home', 'Enter');
	expect(walker.title()).toContain('step 1 of 3');
	expect(course.session.heard.at(-1)).toBe('jump 2');
});

test('a step that fails on the way of a jump is where one arrives', () => {
	const [first, ...others] = chroot.steps;
	const run = first?.run.map((event) =>
		event.kind === 'step-finished'
			? { ...event, outcome: 'failed' as const, why: 'The disk is full.' }
			: event,
	);
	const steps = first && run ? [{ ...first, run }, ...others] : [];
	const walker = walkerOf(actedCourse({}, [{ ...chroot, steps }]));
	walker.press('Enter', 'j', 'End', 'Enter');
	expect(walker.title()).toContain('step 1 of 3');
	expect(walker.content()).toContain('✗ This step failed\n  The disk is full.');
});

test('Ctrl-C first stops the command, then quits', () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	walker.press('Enter', 'j', 'End', 'Enter', 'Enter', 'Ctrl-C');
	expect(course.session.heard.slice(-2)).toEqual(['proceed', 'interrupt']);
	expect(walker.content()).toContain('exit 130 after 4.2 s, as expected');
	walker.press('Ctrl-C');
	expect(course.session.heard.slice(-2)).toEqual(['interrupt', 'close']);
	expect(walker.text()).toContain('Cleaning up…');
});

test('a key that does not work while a command runs says why, until it would work', () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	walker.press('Enter', 'j', 'End', 'Enter', 'Enter', 'l');
	expect(walker.bottom()).toBe('! A command runs: wait for it to end, or stop it with Ctrl-C.');
	walker.press('?');
	expect(walker.bottom()).toMatch(/^Esc close/);
	walker.press('Esc', 'l');
	course.session.release();
	expect(walker.bottom()).toMatch(/^Enter {2}finish/);
});

test('the time a command takes is counted in seconds', () => {
	jest.useFakeTimers();
	try {
		const course = actedCourse();
		const walker = walkerOf(course);
		walker.press('Enter', 'j', 'End', 'Enter', 'Enter');
		jest.advanceTimersByTime(3100);
		expect(walker.content()).toContain('running, 3 s');
		course.session.release();
		expect(jest.getTimerCount()).toBe(0);
	} finally {
		jest.useRealTimers();
	}
});

test('from the list one comes back to the step one was at; another lesson is opened anew', () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	walker.press('Enter', 'j', '↓', 'Enter', 'l');
	expect(walker.text()).toMatch(/❯ {2}1 {2}A root of its own .* ● step 2 of 3/);
	expect(walker.bottom()).toMatch(/^Enter {2}resume/);
	walker.press('Enter');
	expect(walker.title()).toContain('step 2 of 3');
	expect(course.session.heard.filter((intent) => intent.startsWith('open'))).toHaveLength(1);
	walker.press('l', 'G', 'Enter');
	expect(course.session.heard.at(-1)).toBe('open limits a-control-group');
});

test('a newcomer is offered lesson 0, and who left it in the middle comes back to it', () => {
	const zero = actedLesson({ id: 'why', number: 0, title: 'Why containers', intro: 'Look.' }, [
		{ title: 'One', prose: 'First.', commands: [{ terminal: 'host', text: 'true' }] },
		{ title: 'Two', prose: 'Then.', commands: [{ terminal: 'host', text: 'true' }] },
	]);
	const { lesson: id, number, title, minutes, steps } = zero.started;
	const summary = { id, number, title, minutes, steps, causes: [], recorded: 0 } as const;
	const withZero = (changes = {}) => {
		return actedCourse(
			{ lessons: [{ ...summary, readiness: 'ready' }, ...summaries], ...changes },
			[zero, chroot],
		);
	};
	const first = withZero();
	const walker = walkerOf(first);
	expect(walker.text()).toMatch(/❯ +0 +Why containers/);
	walker.press('Enter');
	expect(first.session.heard).toEqual(['open why one']);
	expect(walker.title()).toMatch(/^ *0 +Why containers/);

	const left = withZero({ resume: { lesson: 'why', step: 'two' } });
	const resumed = walkerOf(left);
	expect(resumed.bottom()).toMatch(/^Enter {2}resume/);
	resumed.press('Enter');
	expect(left.session.heard).toEqual(['open why two']);

	const further = walkerOf(withZero({ resume: { lesson: 'chroot', step: undefined } }));
	expect(further.text()).toMatch(/❯ +1 +A root of its own/);
});

test('a lesson is resumed at its step, or started over', () => {
	const resumed = actedCourse({ resume: { lesson: 'limits', step: 'one-core' } });
	const walker = walkerOf(resumed);
	expect(walker.text()).toMatch(/❯ {2}6 {2}Limits .* ● step 2 of 2/);
	walker.press('Enter');
	expect(resumed.session.heard).toEqual(['open limits one-core']);
	expect(walker.title()).toContain('step 2 of 2');

	const again = actedCourse({ resume: { lesson: 'limits', step: 'one-core' } });
	walkerOf(again).press('r');
	expect(again.session.heard).toEqual(['open limits a-control-group']);
});

test('a step that is not in the lesson any more is not resumed', () => {
	const course = actedCourse({ resume: { lesson: 'chroot', step: 'gone' } });
	const walker = walkerOf(course);
	expect(walker.bottom()).toMatch(/^Enter {2}open/);
});

test('the last page leads to the next lesson, and to the list where this one is finished', () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	walker.press('Enter', 'j', 'End', 'Enter', 'Enter');
	course.session.release();
	while (!walker.title().endsWith('finished')) {
		walker.press('Enter');
	}
	expect(walker.text()).toContain('✓ A root of its own: finished');
	expect(walker.text()).toContain('3 steps passed.');
	expect(walker.bottom()).toMatch(/^Enter {2}next lesson .*l lessons/);
	walker.press('l');
	expect(walker.text()).toMatch(/❯ {2}1 {2}A root of its own .* ✓ finished/);
	walker.press('Enter');
	expect(course.session.heard.at(-1)).toBe('open chroot a-shell-in-an-empty-directory');
});

test('Enter on the last page opens the next lesson, which is then the chosen one', () => {
	const course = actedCourse();
	const walker = walkerOf(course, { columns: 120, rows: 60 });
	walker.press('Enter', 'j', 'End', 'Enter', 'Enter');
	course.session.release();
	walker.press('Enter');
	expect(walker.title()).toMatch(/finished$/);
	walker.press('Enter');
	expect(course.session.heard.at(-1)).toBe('open ldd first');
	expect(walker.title()).toContain('Bash moves in');
	walker.press('l');
	expect(walker.text()).toMatch(/❯ {2}2 {2}Bash moves in/);
});

test('the last page of the last lesson is the end: a farewell, and what was left out', () => {
	const course = actedCourse({ finished: new Set(['chroot', 'leak', 'unshare']) });
	const walker = walkerOf(course, { columns: 120, rows: 60 });
	walker.press('G', 'Enter');
	while (!walker.title().endsWith('the end')) {
		walker.press('Enter');
	}
	expect(walker.text()).toMatch(
		/That was the last lesson\..*farewell.*\n *npx containers-under-the-hood export container > container.sh\n.*Not finished yet: 2 Bash moves in\n/s,
	);
	expect(walker.text()).not.toContain('3 The leak');
	walker.press('Enter');
	expect(walker.text()).toMatch(/❯ {2}6 {2}Limits .* ✓ finished/);
});

test('a skipped step says why and what would help, a failed one what was seen and expected', () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	walker.press('G', 'Enter', 'Enter');
	expect(walker.content()).toContain('– Skipped on this machine');
	expect(walker.content()).toContain('→ Run the program as root.');
	expect(walker.content()).toContain('The same on a machine with cgroup v2');
	while (!walker.content().includes('This step failed')) {
		walker.press('Enter');
	}
	expect(walker.content()).toMatch(/│ exit 1$/m);
	expect(walker.content()).toContain('✗ expected: group container-group gets 1 core');
	expect(walker.content()).toContain('      seen: there is no group container-group');
	expect(walker.content()).toContain(
		'`cgset` exited with 1, and nothing in the lesson expects that.',
	);
});

test('a lesson that cannot be opened says so and can be tried again', () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	walker.press('↓', 'Enter');
	expect(walker.text()).toContain('✗ There is no lesson "ldd".');
	walker.press('l', 'Enter');
	expect(course.session.heard).toEqual(['open ldd first', 'open ldd first']);
});

test('long output is folded, and unfolded by a key', () => {
	const walker = walkerOf(actedCourse());
	walker.press('Enter', 'j', 'End', 'Enter', '←');
	expect(walker.content()).toContain('⋯ 26 more lines: press o to see them');
	expect(walker.content()).not.toContain('kworker/20:1');
	walker.press('o');
	expect(walker.content()).toContain('kworker/20:1');
	expect(walker.content()).not.toContain('more lines: press o');
});

test('scrolling stops at both ends', () => {
	const walker = walkerOf(actedCourse(), small);
	walker.press('Enter', '↑', 'PgUp');
	expect(walker.frame().panes[0].top).toBe(0);
	walker.press('G');
	const end = walker.frame().panes[0].top;
	walker.press('↓', 'PgDn');
	expect(walker.frame().panes[0].top).toBe(end);
	expect(end).toBeGreaterThan(0);
	walker.press('↑');
	expect(walker.frame().panes[0].top).toBe(end - 1);
	walker.press('g');
	expect(walker.frame().panes[0].top).toBe(0);
});

test('leaving waits for the session, and fails where that fails', async () => {
	const course = actedCourse();
	const walker = walkerOf(course);
	let clean = () => {};
	course.session.closing = () =>
		new Promise((resolve) => {
			clean = resolve;
		});
	let hasLeft = false;
	void walker.left.then(() => {
		hasLeft = true;
	});
	walker.press('q', 'q', 'Ctrl-C', 'Enter');
	await Promise.resolve();
	expect(course.session.heard).toEqual(['close']);
	expect(hasLeft).toBe(false);
	clean();
	await walker.left;

	const stuck = actedCourse();
	stuck.session.closing = () => Promise.reject(new Error('A mount is still in use.'));
	const other = walkerOf(stuck);
	other.leave();
	await expect(other.left).rejects.toThrow('A mount is still in use.');
});
