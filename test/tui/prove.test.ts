import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { EventOf } from '../../src/engine/words/event.ts';
import type { Origin } from '../../src/engine/words/origin.ts';
import { actedCourse, type ActedCourse } from './acted-course.ts';
import { actedLesson } from './acted-lesson.ts';
import { walkerOf } from './walker.ts';

const status = proved({ path: '/proc/412/status', select: ['NSpid'], text: 'NSpid:\t412\t1' });
const link = proved({ path: '/proc/412/ns/pid', found: 'link', text: 'pid:[4026532223]' });
const stat = proved({
	path: '/sys/fs/cgroup/box/cpu.stat',
	place: '/sys/fs/cgroup/user.slice/containers-under-the-hood-a1b2c3/box/cpu.stat',
	text: 'nr_throttled 4',
});

test('p is offered where there is something to prove, and not before', () => {
	const walker = walkerOf(courseWith([status]));
	walker.press('Enter');
	expect(walker.bottom()).not.toContain('p prove');
	walker.press('p');
	expect(walker.title()).not.toContain('Prove it');
	walker.press('Enter');
	expect(walker.bottom()).toContain('p prove');
	const other = walkerOf(courseWith([]));
	other.press('Enter', 'Enter');
	expect(other.bottom()).not.toContain('p prove');
});

test('each file is shown by the path of the host, with what it says now', async () => {
	const course = courseWith([status, link, stat]);
	const walker = walkerOf(course);
	walker.press('Enter', 'Enter', 'p');
	await shows(walker, /Read at \d\d:\d\d:\d\d/);
	expect(walker.title()).toBe('Prove it');
	expect(walker.content()).toContain('/proc/412/status\n  NSpid:  412  1\n');
	expect(walker.content()).toContain('/proc/412/ns/pid\n  → pid:[4026532223]\n');
	expect(walker.content()).toContain(`${stat.place}\n  nr_throttled 4`);
	expect(course.session.heard).toContain('read /sys/fs/cgroup/box/cpu.stat');
	expect(walker.content()).not.toContain('When the step ended');
	walker.press('Esc');
	expect(walker.title()).toContain('step 1 of 1');
});

test('what has changed since is shown beside what it was, and read again by itself', async () => {
	const course = courseWith([status, stat]);
	const walker = walkerOf(course);
	walker.press('Enter', 'Enter', 'p');
	await shows(walker, /Read at/);
	course.session.now[stat.path] = { text: 'nr_throttled 9' };
	course.session.now[status.path] = { found: 'gone', text: 'Process 412 has ended.' };
	await shows(walker, /nr_throttled 9\n {2}When the step ended, it was:\n {2}nr_throttled 4/);
	expect(walker.content()).toMatch(
		/status\n {2}Process 412 has ended\.\n {2}When the step ended, it was:\n {2}NSpid: {2}412/,
	);
	walker.leave();
});

test('once the window is closed nothing is read any more', async () => {
	const course = courseWith([status]);
	const walker = walkerOf(course);
	walker.press('Enter', 'Enter', 'p');
	await shows(walker, /Read at/);
	walker.press('Esc', 'p');
	await shows(walker, /Read at/);
	walker.press('Esc');
	const { length } = course.session.heard;
	// Longer than it takes until it would be read again.
	await sleep(1200);
	expect(course.session.heard).toHaveLength(length);
});

test('without motion it is read when p is pressed, and at no other time', async () => {
	const course = courseWith([stat]);
	const walker = walkerOf(course, { columns: 80, rows: 24 }, false);
	walker.press('Enter', 'Enter', 'p');
	await shows(walker, /Read at/);
	expect(walker.bottom()).toContain('p read again');
	course.session.now[stat.path] = { text: 'nr_throttled 9' };
	const { length } = course.session.heard;
	await sleep(1200);
	expect(course.session.heard).toHaveLength(length);
	walker.press('p');
	await shows(walker, /nr_throttled 9/);
});

test('in a recording it is what was recorded, says so, and is not read again', () => {
	const recordedOn = {
		distribution: 'Debian GNU/Linux 13 (trixie)',
		kernel: '6.12',
		cgroup: 'v2',
		uid: 0,
		date: '2026-11-24T10:00:00Z',
	};
	const course = courseWith([status], recordedOn);
	const walker = walkerOf(course);
	walker.press('Enter', 'Enter', 'p');
	expect(walker.content()).toMatch(/Recorded on[^]*Debian[^]*\/proc\/412\/status\n {2}NSpid/);
	expect(walker.content()).not.toContain('Read');
	expect(walker.bottom()).not.toContain('again');
	expect(course.session.heard.join()).not.toContain('read');
});

test('at 60 and at 50 columns a long path is whole, over two lines', async () => {
	for (const size of [
		{ columns: 60, rows: 18 },
		{ columns: 50, rows: 12 },
	]) {
		const walker = walkerOf(courseWith([stat]), size);
		walker.press('Enter');
		while (!walker.bottom().includes('p prove')) {
			walker.press('Enter');
		}
		walker.press('p');
		await shows(walker, /Read at/);
		expect(walker.content().replaceAll('\n', '')).toContain(stat.place);
		walker.leave();
	}
});

function courseWith(proofs: readonly EventOf<'proved'>[], recordedOn?: Origin): ActedCourse {
	const lesson = actedLesson({ id: 'chroot', number: 1, title: 'One', intro: 'Short.' }, [
		{ title: 'A step', prose: 'It runs.', commands: [{ terminal: 'host', text: 'true' }], proofs },
	]);
	return actedCourse({ recordedOn }, [lesson]);
}

function proved(parts: Partial<EventOf<'proved'>> & { path: string }): EventOf<'proved'> {
	return {
		kind: 'proved',
		place: parts.path,
		select: [],
		found: 'lines',
		text: '',
		more: 0,
		...parts,
	};
}

async function shows(walker: ReturnType<typeof walkerOf>, pattern: RegExp): Promise<void> {
	const deadline = Date.now() + 8000;
	while (!pattern.test(walker.content())) {
		if (Date.now() > deadline) {
			expect(walker.content()).toMatch(pattern);
		}
		await sleep(5);
	}
}
