import { expect, test } from '@jest/globals';
import { toAscii } from '../../src/text/ascii.ts';
import type { LessonEvent } from '../../src/engine/words/event.ts';
import type { Origin } from '../../src/engine/words/origin.ts';
import { readingSize } from '../../src/tui/layout.ts';
import { readAloud } from '../../src/tui/reading/read-aloud.ts';
import { actedCourse, type ActedCourse, chroot } from './acted-course.ts';
import { builtinCalls, chrootCalls, unshareCalls } from './fixtures/traced.ts';
import { walkerOf } from './walker.ts';

const sizes = [
	{ columns: 80, rows: 24 },
	{ columns: 60, rows: 18 },
	{ columns: 50, rows: 12 },
];

const debian: Origin = {
	distribution: 'Debian GNU/Linux 13 (trixie)',
	kernel: '6.12',
	cgroup: 'v2',
	uid: 0,
	date: '2026-11-24T10:00:00Z',
};

test('u is offered once a step has run; before, it says so', () => {
	const walker = walkerOf(actedCourse());
	walker.press('Enter');
	expect(walker.bottom()).not.toContain('u calls');
	walker.press('u');
	expect(walker.title()).toContain('step 1 of 3');
	expect(walker.bottom()).toMatch(/Run the step first/);
	walker.press('x', 'Esc');
	for (const size of sizes) {
		expect(afterStep1(actedCourse(), size).bottom()).toContain('u calls');
	}
});

test('u has the calls looked for, says how far that is, and shows them', () => {
	const course = actedCourse();
	const walker = afterStep1(course);
	walker.press('u');
	expect(course.session.heard.at(-1)).toBe('trace 0');
	expect(walker.title()).toBe('Under the hood of step 1');
	expect(walker.content()).toContain('⋯ Setting a second stage');
	course.session.tellTrace(0);
	expect(walker.content()).toContain('⋯ Performing step 1 of 3 again');
	expect(walker.bottom()).toMatch(/^Esc stop/);
	course.session.tellTrace({ commands: [chrootCalls] });
	expect(walker.content()).toBe(
		`
strace watched a second run of the step, on a sandbox of its own, with other
process ids. \`man 2 chroot\` shows the page chroot(2).

╭─ host ────────────────────────────────────────────────────────────────────
│ # chroot my-container bash
│ clone(flags=SIGCHLD) = 11964                                      clone(2)
│   A process makes a child, a copy of itself; the child does what follows.
│ execve("/usr/sbin/chroot", ["chroot", "my-container", "bash"], …) = 0
│   Becomes another program; its number and its namespaces stay. [execve(2)]
│ chroot("my-container") = 0                                       chroot(2)
│   From here on, / is my-container, for this process and its children.
│ chdir("/") = 0                                                    chdir(2)
│   Steps into the root, which chroot does not do.
│ execve("/bin/bash", ["bash"], …) = -1 ENOENT              twice, execve(2)
│ ✗ No such file or directory. There is no such program in the root of this
│   process, or not the loader that it names.
╰─`,
	);
	walker.press('Enter');
	expect(walker.title()).toContain('step 1 of 3');
	walker.press('u');
	expect(course.session.heard.filter((one) => one.startsWith('trace'))).toHaveLength(1);
});

test.each(['Esc', 'Ctrl-C'])('%s stops looking, and leaves nothing else', (key) => {
	const course = actedCourse();
	const walker = afterStep1(course);
	walker.press('u');
	walker.press('Enter');
	expect(walker.title()).toContain('Under the hood');
	walker.press(key);
	expect(course.session.heard.at(-1)).toBe('stop tracing');
	expect(walker.title()).toContain('step 1 of 3');
	expect(walker.model().view.screen).toBe('lesson');
});

test('that it could not be found is told, and u tries again', () => {
	const course = actedCourse();
	const walker = afterStep1(course);
	walker.press('u');
	course.session.tellTrace('The second run failed.');
	expect(walker.content()).toContain('✗ The second run failed.');
	walker.press('Enter', 'u');
	expect(walker.content()).toContain('⋯');
	expect(course.session.heard.at(-1)).toBe('trace 0');
});

test('without strace: the cause, the fix, and a recorded one that says so everywhere', () => {
	const course = actedCourse();
	const walker = afterStep1(course);
	walker.press('u');
	course.session.tellTrace({
		commands: [chrootCalls],
		on: debian,
		missing: [{ cause: 'strace is not there.', fix: 'Install it: `apt install strace`' }],
	});
	expect(walker.content()).toMatch(
		/strace is not there\.\n→ Install it:\n {4}apt install strace\n\n┄┄ Recorded on ┄+\n[^]*Debian[^]*╭┄ host · recorded ┄[^]*chroot\("my-container"\) = 0/,
	);
	expect(walker.content()).not.toContain('strace watched');
	expect(walker.content()).not.toMatch(/─|│/);
});

test('without strace and a recording: the cause and the fix', () => {
	const course = actedCourse();
	const walker = afterStep1(course);
	walker.press('u');
	course.session.tellTrace({ missing: [{ cause: 'No strace.', fix: 'Install it.' }] });
	expect(walker.content().trim()).toBe(
		'No strace.\n→ Install it.\n\nNo recording has these calls either.',
	);
	expect(walker.bottom()).not.toContain('y copy');
});

test('in a replay it is of where that was recorded', () => {
	const course = actedCourse({ recordedOn: debian });
	const walker = afterStep1(course);
	walker.press('u');
	course.session.tellTrace({ commands: [chrootCalls] });
	expect(walker.content()).toMatch(/Recorded on[^]*Debian[^]*host · recorded/);
});

test('a step that is shown from a recording has the calls of that', () => {
	const [first] = chroot.steps;
	if (!first) {
		throw new Error('No step.');
	}
	const { started, run } = first;
	const { step } = started;
	const traced = { kind: 'traced', step, index: 0, commands: [unshareCalls] } as const;
	const here = { on: undefined, missing: [] };
	const recorded: LessonEvent = {
		kind: 'recorded',
		on: debian,
		events: [started, ...run, { ...traced, ...here }],
	};
	const missing = [{ cause: 'No.', fix: 'Nothing.' }];
	const end = { kind: 'step-finished', step, outcome: 'skipped', why: undefined, missing } as const;
	const skipped = { ...chroot, steps: [{ started, run: [recorded, end], holdsAt: undefined }] };
	const course = actedCourse({}, [skipped]);
	const walker = afterStep1(course);
	walker.press('u');
	expect(course.session.heard.join()).not.toContain('trace');
	expect(walker.content()).toMatch(/Recorded on[^]*CLONE_NEWPID/);
});

test('long arguments are cut where they say least, and o shows them whole', () => {
	const course = actedCourse();
	const walker = afterStep1(course, { columns: 60, rows: 18 });
	walker.press('u');
	course.session.tellTrace({ commands: [unshareCalls, builtinCalls] });
	expect(walker.content()).toMatch(/"…[^"]*cgroup\.procs",\n/);
	expect(walker.content()).toContain('["unshare", "--pid", "--fork", …], …) = 0');
	expect(walker.content()).toMatch(/cd \/\n│ {3}Nothing but what every program asks for/);
	expect(walker.bottom()).toContain('o unfold');
	walker.press('o');
	expect(walker.content().replaceAll(/\n│ */g, '')).toContain(
		'"/sys/fs/cgroup/memory/containers-under-the-hood-a1b2c3/container-group/cgroup.procs"',
	);
	expect(walker.bottom()).toContain('o fold');
});

test.each(sizes)('at $columns columns no line is wider', (size) => {
	const course = actedCourse();
	const walker = afterStep1(course, size);
	walker.press('u');
	course.session.tellTrace({ commands: [chrootCalls, unshareCalls, builtinCalls] });
	for (const keys of [[], ['o']]) {
		walker.press(...keys);
		const { panes } = walker.frame();
		const [widest] = walker
			.content()
			.split('\n')
			.sort((one, other) => other.length - one.length);
		expect(widest?.length).toBeLessThanOrEqual(panes[0].width);
	}
});

test('Enter reads on, page by page, and then goes back to the step', () => {
	const course = actedCourse();
	const walker = afterStep1(course);
	walker.press('u');
	course.session.tellTrace({ commands: [chrootCalls, unshareCalls] });
	expect(walker.bottom()).toMatch(/^Enter {2}read on/);
	while (walker.bottom().includes('read on')) {
		walker.press('Enter');
	}
	expect(walker.text()).toContain('cgroup.procs');
	expect(walker.bottom()).toMatch(/^Enter {2}back to the step/);
	walker.press('Enter');
	expect(walker.title()).toContain('step 1 of 3');
});

test('what a call is for is said of the first of its kind', () => {
	const course = actedCourse();
	const walker = afterStep1(course);
	walker.press('u');
	course.session.tellTrace({ commands: [chrootCalls, unshareCalls] });
	expect(walker.content().match(/copy of itself/g)).toHaveLength(1);
	expect(walker.content()).toMatch(
		/clone\(flags=SIGCHLD\) = 11965 +twice, clone\(2\)\n│ execve\("\/usr\/bin\/unshare",/,
	);
});

test('y copies the calls, whole', () => {
	const course = actedCourse();
	let copied = '';
	const walker = afterStep1(course, sizes[1], (text) => {
		copied = text;
	});
	walker.press('u');
	course.session.tellTrace({ commands: [chrootCalls] });
	walker.press('y');
	expect(copied.split('\n')).toEqual([
		'clone(flags=SIGCHLD) = 11964',
		'execve("/usr/sbin/chroot", ["chroot", "my-container", "bash"], …) = 0',
		'chroot("my-container") = 0',
		'chdir("/") = 0',
		'execve("/bin/bash", ["bash"], …) = -1 ENOENT (No such file or directory)',
	]);
	expect(walker.bottom()).toMatch(/5 calls copied/);
});

test('a screen reader is told each stage once, and the calls in reading order', () => {
	const course = actedCourse();
	const walker = afterStep1(course, readingSize);
	let told = '';
	readAloud(walker, (text) => (told += text));
	told = '';
	walker.press('u');
	course.session.tellTrace(0);
	course.session.tellTrace({ commands: [chrootCalls] });
	expect(told).toMatch(/Setting a second stage[^]*Performing step 1 of 3 again/);
	expect(told).toContain('  chroot("my-container") = 0, chroot(2)\r\n');
	expect(told).toMatch(/ENOENT, twice, execve\(2\)\r\n *failed: No such file or directory\./);
	expect(told).not.toMatch(/[─│╭╰✓✗●❯⋯]/);
	expect(told.match(/Setting a second stage/g)).toHaveLength(1);
});

test('in ASCII nothing else is left', () => {
	const course = actedCourse();
	const walker = afterStep1(course);
	walker.press('u');
	course.session.tellTrace({ commands: [chrootCalls, unshareCalls] });
	expect(toAscii(walker.screen())).toMatch(/^[\0-~]*$/);
});

function afterStep1(
	course: ActedCourse,
	size = sizes[0],
	copyText?: (text: string) => void,
): ReturnType<typeof walkerOf> {
	const walker = walkerOf(course, size, true, copyText);
	walker.press('Enter');
	for (let presses = 0; presses < 20 && !walker.bottom().includes('u calls'); presses++) {
		walker.press('Enter');
	}
	return walker;
}
