import { expect, test } from '@jest/globals';
import type { LessonEvent } from '../../src/engine/words/event.ts';
import type { Origin } from '../../src/engine/words/origin.ts';
import { actedCourse, chroot, limits, summaries } from './acted-course.ts';
import type { ActedLesson } from './acted-lesson.ts';
import { walkerOf } from './walker.ts';

const on: Origin = {
	distribution: 'Debian GNU/Linux 12 (bookworm)',
	kernel: '6.1.0-49-cloud-amd64',
	cgroup: 'v2',
	uid: 1000,
	date: '2026-11-24T14:46:04.258Z',
};

const missing = [{ cause: 'Only root may make groups.', fix: 'Run the program as root.' }];

/** A lesson of three steps that are all skipped, with what the steps of another one did as their recordings. */
const skipped: ActedLesson = {
	...limits,
	started: { ...limits.started, steps: chroot.started.steps },
	steps: chroot.steps.map(({ started, run }) => {
		const recorded: LessonEvent = { kind: 'recorded', on, events: [started, ...run] };
		const { step } = started;
		const finished = { kind: 'step-finished', step, outcome: 'skipped', why: undefined, missing };
		return { started, run: [recorded, finished as LessonEvent], holdsAt: undefined };
	}),
};

const small = { columns: 60, rows: 18 };

const replayed = { recordedOn: on };

function open(size?: { columns: number; rows: number }) {
	const course = actedCourse({}, [chroot, skipped]);
	const walker = walkerOf(course, size);
	walker.press('G', 'Enter');
	return { walker, course };
}

test('cause and fix come before the recording, and that before what it shows', () => {
	const { walker } = open();
	expect(walker.content()).toMatch(
		new RegExp(
			[
				'A shell in an empty directory',
				'– Skipped on this machine\n  Only root may make groups\\.\n  → Run the program as root\\.',
				'┄┄ Recorded on ┄+\nDebian GNU/Linux 12 \\(bookworm\\), kernel 6\\.1\\.0-49-cloud-amd64, cgroup v2, as\nan ordinary user, 24 November 2026',
				'It will not work',
				'╭┄ host · recorded ┄+\n┆ sandbox# mkdir my-container +exit 0',
				'┆ exit 127, as expected',
				'✓ both checks passed there',
				'Before and after · recorded',
				'my-container/',
				'Why · recorded',
			].join('[^]*'),
		),
	);
});

test('before it is known why the step is skipped, nothing of the recording is shown', () => {
	const [first] = skipped.steps;
	const run = first?.run.slice(0, 1) ?? [];
	const steps = first ? [{ ...first, run, holdsAt: 1 }] : [];
	const course = actedCourse({}, [chroot, { ...skipped, steps }]);
	const walker = walkerOf(course, { columns: 120, rows: 60 });
	walker.press('G', 'Enter', 'Enter');
	expect(course.session.state.get().steps[0]).toMatchObject({ phase: 'waiting', recorded: { on } });
	expect(walker.screen()).not.toMatch(/recorded/i);
});

test('it is not said of it that it has run', () => {
	const [first] = skipped.steps;
	if (first === undefined) {
		throw new Error('The lesson has no step.');
	}
	const question = { text: 'What fails?', answers: [{ text: 'That.', isRight: true, reply: '' }] };
	const asking = { ...first, started: { ...first.started, question } };
	const course = actedCourse({}, [chroot, { ...skipped, steps: [asking] }]);
	const walker = walkerOf(course, { columns: 80, rows: 60 });
	walker.press('G', 'Enter');
	expect(walker.content()).not.toContain('What fails?');
	for (const key of ['a', 's', 'e']) {
		walker.press(key);
		expect(walker.bottom()).toBe('! This step cannot run here: Enter goes on.');
	}
});

test('nothing of it counts as passed', () => {
	const { walker } = open({ columns: 120, rows: 60 });
	expect(walker.title()).toMatch(/– · · +step 1 of 3/);
	while (!/finished$|the end$/.test(walker.title())) {
		walker.press('Enter');
	}
	expect(walker.text()).toContain('3 steps skipped (3 shown from a recording).');
	expect(walker.text()).not.toContain('passed');
});

test('the same reason is told once, and again on a key', () => {
	const { walker } = open();
	while (!walker.title().includes('step 2')) {
		walker.press('Enter');
	}
	expect(walker.content()).toContain('– Skipped, as step 1 was: press o for cause and fix');
	expect(walker.content()).not.toContain('Only root may');
	walker.press('o');
	expect(walker.content()).toContain('Only root may make groups.\n  → Run the program as root.');
});

test('long output of a recording is unfolded by a key too', () => {
	const { walker } = open();
	while (!walker.title().includes('step 2')) {
		walker.press('Enter');
	}
	expect(walker.content()).toContain('more lines: press o to see them');
	walker.press('o');
	expect(walker.content()).toContain('kworker/20:1');
});

test('leaving a skipped step lets the next one begin, and looking back does not', () => {
	const { walker, course } = open();
	const proceeded = () => course.session.heard.filter((intent) => intent === 'proceed').length;
	expect(proceeded()).toBe(0);
	while (!walker.title().includes('step 2')) {
		walker.press('Enter');
	}
	const before = proceeded();
	walker.press('←', 'G', 'Enter');
	expect(walker.title()).toContain('step 2');
	expect(proceeded()).toBe(before);
});

const rules = [/^── Recorded, not run here ─/m, /^── Debian .*24 November 2026 ─/m] as const;

test.each([
	[{ columns: 80, rows: 24 }, rules],
	[small, rules],
	[{ columns: 40, rows: 12 }, [/^recorded {2}6 {2}Limits/] as const],
])('at %j every screenful says that it is a recording, in words', (size, patterns) => {
	const { walker } = open(size);
	const screens: string[] = [];
	while (!walker.title().endsWith('the end')) {
		screens.push(walker.screen());
		walker.press('Enter');
	}
	expect(screens.length).toBeGreaterThan(5);
	for (const screen of screens) {
		for (const pattern of patterns) {
			expect(screen).toMatch(pattern);
		}
	}
	expect(walker.screen()).not.toMatch(/recorded {2}|Recorded, not run/);
});

test.each([{ columns: 80, rows: 24 }, small])(
	'in a replay every screen says so, at $columns x $rows',
	(size) => {
		const walker = walkerOf(actedCourse(replayed), size);
		const label = /^── A recording.*24 November 2026 ─/ms;
		expect(walker.text()).toMatch(/A root of its own .* recorded$/m);
		for (const key of ['', '?', 'Esc', 'Enter', 'Enter', 'Enter', 'j', 'Esc', 'G', 'l', 'q']) {
			if (key !== '') {
				walker.press(key);
			}
			expect(walker.screen()).toMatch(label);
		}
	},
);

test('in a replay nothing is said to run', () => {
	const course = actedCourse(replayed);
	const walker = walkerOf(course);
	expect(walker.text()).toContain('Nothing runs on this machine');
	expect(walker.text()).not.toContain('can be done on this machine');
	walker.press('Enter');
	expect(walker.bottom()).toMatch(/^Enter {2}show/);
	walker.press('Enter');
	expect(walker.content()).toContain('✓ both checks passed there');
});

test('the list says how much of a lesson can be seen in a recording', () => {
	const course = actedCourse({
		lessons: summaries.map((lesson) =>
			lesson.id === 'limits' ? { ...lesson, recorded: 15 } : lesson,
		),
	});
	const walker = walkerOf(course);
	walker.press('G');
	expect(walker.text().replace(/\s+/g, ' ')).toContain(
		'Limited: some of its steps are skipped on this machine. 15 steps can be seen in a recording.',
	);
});
