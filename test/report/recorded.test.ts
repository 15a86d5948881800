import { expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import type { LessonEvent } from '../../src/engine/words/event.ts';
import type { Origin } from '../../src/engine/words/origin.ts';
import { describeOrigin } from '../../src/report/origin.ts';
import { createPlainReporter } from '../../src/report/plain.ts';
import { run } from './fixtures/run.ts';

const on: Origin = {
	distribution: 'Debian GNU/Linux 12 (bookworm)',
	kernel: '6.1.0-49-cloud-amd64',
	cgroup: 'v2',
	uid: 1000,
	date: '2026-11-24T23:46:04.258Z',
};

/** The first step of the run, as if recorded, in place of the last, which is skipped. */
const begin = run.findIndex(({ kind }) => kind === 'step-started');
const end = run.findIndex(({ kind }) => kind === 'step-finished');
const recorded: LessonEvent = { kind: 'recorded', on, events: run.slice(begin, end + 1) };
const events = [...run.slice(0, -2), recorded, ...run.slice(-2)];

function tell(columns: number): string {
	return events.map(createPlainReporter({ columns, colour: false })).join('');
}

const [, last = ''] = tell(80).split(/^── 4 of 4 .*\n/m);

test('cause and fix come first, then what was recorded, from the prose to the outcome', () => {
	expect(last).toMatch(
		new RegExp(
			[
				'^\n– Skipped here\\.',
				'why: An ordinary user',
				'fix: Run the lesson as root',
				'Recorded, not run here',
				'On Debian GNU/Linux 12 \\(bookworm\\), kernel 6\\.1\\.0-49-cloud-amd64, cgroup v2, as\n┆ an ordinary user, 24 November 2026:',
				'We make a directory called',
				'# mkdir my-container\n',
				'exit 127',
				'Before and after',
				'Checked',
				'chroot itself worked',
				'Passed there',
			].join('[^]*'),
		),
	);
});

test('every line of it has a mark in the margin, and nothing else has', () => {
	const lines = last.split('\n');
	const marked = lines.flatMap((line, index) => (line.startsWith('┆') ? [index] : []));
	const [first = 0] = marked;
	expect(lines[first]).toContain('Recorded, not run here');
	expect(marked).toEqual(marked.map((_, index) => first + index));
	expect(lines.slice(first + marked.length).join('\n')).toMatch(/^\n━+\nLesson 1/);
	expect(tell(80).split('4 of 4')[0]).not.toContain('┆');
});

test('it does not count as passed', () => {
	expect(last).toContain(
		'Lesson 1: 2 steps passed, 1 failed, 1 skipped (1 shown from a recording)',
	);
	expect(last).not.toContain('✓ Passed.');
	expect(last).not.toContain('It would type');
});

test.each([40, 60])('at %i columns only commands and their output are wider', (columns) => {
	const typed =
		/^┆? *(host|container-1) |^┆? +[│└]|^ +(chroot my-container bash|sudo npx .* run 6)$/;
	const wide = tell(columns)
		.split('\n')
		.filter((line) => stringWidth(line) > columns && !typed.test(line));
	expect(wide).toEqual([]);
});

test('a run that is replayed says at every lesson that it is a recording, and of what', () => {
	const report = createPlainReporter({ columns: 80, colour: false, recordedOn: on });
	const text = [...run, ...run].map(report).join('');
	expect(text.match(/Recorded, not run here: Debian GNU\/Linux 12/g)).toHaveLength(2);
	expect(text).toContain('✓ Passed there.');
	expect(text).toContain('– Skipped there.');
	expect(text).not.toMatch(/Skipped here|Passed\.|Failed\./);
});

test.each([
	[{}, 'cgroup v2, as an ordinary user, 24 November 2026'],
	[{ uid: 0, cgroup: 'v1' }, 'cgroup v1, as root, 24 November 2026'],
	[{ cgroup: 'none' }, 'no limits, as an ordinary user, 24 November 2026'],
	[{ date: 'yesterday' }, 'cgroup v2, as an ordinary user, yesterday'],
])('%j is told as: %s', (parts, words) => {
	expect(describeOrigin({ ...on, ...parts })).toBe(
		`Debian GNU/Linux 12 (bookworm), kernel 6.1.0-49-cloud-amd64, ${words}`,
	);
});
