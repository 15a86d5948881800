import { expect, test } from '@jest/globals';
import { widthOf, type Line } from '../../src/tui/lines/line.ts';
import { ruleLine } from '../../src/tui/lines/rule.ts';
import { actedCourse, chroot, summaries } from './acted-course.ts';
import { textOf, walkerOf } from './walker.ts';

const places: Readonly<Record<string, readonly string[]>> = {
	'the list': [],
	'a step that waits': ['Enter'],
	'a step that has run': ['Enter', 'j', '↓', 'Enter', '←'],
	'long output, unfolded': ['Enter', 'j', 'End', 'Enter', '←', 'o'],
	'a step that fails': ['G', 'Enter', 'j', 'End', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter'],
	'all keys': ['?'],
	'the steps': ['Enter', 'j'],
	'a refusal': ['Enter', 'j', 'End', 'Enter', 'Enter', 'l'],
	leaving: ['q'],
};

const sizes = [20, 30, 47, 59, 60, 72, 80, 99, 100, 120, 150, 200].flatMap((columns) =>
	[3, 6, 12, 17, 18, 24, 40, 70].map((rows) => ({ columns, rows })),
);

test.each(Object.entries(places))('%s fits into terminals of every size', (_, keys) => {
	const walker = walkerOf(actedCourse(), { columns: 120, rows: 60 });
	walker.press(...keys);
	for (const size of sizes) {
		const resized = walker.frame(size);
		const { layout, panes, title, bottom, second } = resized;
		for (const pane of panes) {
			expect(tooWide(pane.lines, pane.width)).toEqual([]);
			expect(pane.top).toBeGreaterThanOrEqual(0);
		}
		expect(tooWide([title, bottom, ruleLine(resized, layout, 'above')], size.columns)).toEqual([]);
		const heights = panes.map(({ height }) => height);
		const between = layout.kind === 'linear' ? 0 : heights.length - 1;
		const used = second === 'beside' ? Math.max(...heights) : sum(heights) + between;
		expect(used + (layout.kind === 'linear' ? 2 : 4)).toBeLessThanOrEqual(
			Math.max(3, size.rows - 1),
		);
	}
});

test('two panes from 100 columns, one from 60 and 18 rows, plain lines below that', () => {
	const lines = (columns: number, rows: number) => {
		const walker = walkerOf(actedCourse(), { columns, rows });
		walker.press('Enter');
		return `${walker.frame().layout.kind} ${walker.frame().panes.length} ${walker.content().includes('╭')}`;
	};
	expect(lines(100, 24)).toBe('wide 2 true');
	expect(lines(99, 24)).toBe('column 1 true');
	expect(lines(60, 18)).toBe('column 1 true');
	expect(lines(59, 24)).toBe('linear 1 false');
	expect(lines(80, 17)).toBe('linear 1 false');
});

test('a wide terminal shows before and after beside the story, a narrow one below it', () => {
	for (const [columns, pane] of [
		[120, 1],
		[80, 0],
	] as const) {
		const walker = walkerOf(actedCourse(), { columns, rows: 40 });
		walker.press('Enter', 'Enter');
		const content = walker.frame().panes[pane]?.lines.map(textOf).join('\n');
		expect(content).toContain('Before and after');
		expect(content).toMatch(/\+ my-container\/ {2}empty directory/);
		expect(content).toMatch(/unchanged: processes, namespaces, mounts,\s+cgroups/);
	}
});

test('the bottom line always has room for the way to all keys', () => {
	for (const { columns, rows } of sizes) {
		const walker = walkerOf(actedCourse(), { columns, rows });
		walker.press('Enter');
		if (columns >= 30) {
			expect(walker.bottom()).toContain('? keys');
		}
	}
});

test('the way back is told as long as there is room for it, whatever else there is to tell', () => {
	const walker = walkerOf(actedCourse(), { columns: 60, rows: 18 });
	walker.press('Enter', 'j', 'End', 'Enter', '←');
	expect(walker.bottom()).toMatch(/^Enter {2}\w+.* ← back /);
	expect(walker.bottom()).not.toContain('j jump');
});

test('no key is wanted for one or two rows that empty lines take', () => {
	const rowsOf = (rows: number) => {
		const walker = walkerOf(actedCourse(), { columns: 80, rows });
		walker.press('Enter', 'Enter', 'g');
		const { panes, layout } = walker.frame();
		return { lines: panes[0].lines.length, height: layout.pane.height, text: walker.text() };
	};
	const { lines, text } = rowsOf(60);
	const words = (shown: string) => shown.trim().replace(/\n+/g, '\n');
	const missing = (rows: number) => rowsOf(lines + 5 - rows);
	expect(missing(0)).toMatchObject({ lines, height: lines, text });
	for (const rows of [1, 2]) {
		const tight = missing(rows);
		expect(tight.lines).toBe(lines - rows);
		expect(tight.lines).toBe(tight.height);
		expect(words(tight.text)).toBe(words(text));
	}
	expect(missing(3)).toMatchObject({ lines, height: lines - 3 });
});

test('reading on goes to the end where nothing is left out by that', () => {
	const walker = walkerOf(actedCourse(), { columns: 60, rows: 18 });
	walker.press('Enter', 'Enter', 'Enter');
	const seen = new Set<number>();
	for (;;) {
		const [{ top, height, lines }] = walker.frame().panes;
		for (let row = top; row < top + height; row += 1) {
			seen.add(row);
		}
		if (!walker.bottom().startsWith('Enter  read on')) {
			expect(top + height).toBe(lines.length);
			break;
		}
		walker.press('Enter');
		// No page has less than three new rows, but for a last one that could not be had before.
		const [after] = walker.frame().panes;
		expect(after.top - top).toBeGreaterThan(2);
	}
});

test('the list says what a lesson can be here, and why', () => {
	const walker = walkerOf(actedCourse({ finished: new Set(['leak']) }));
	expect(walker.title()).toMatch(/^Containers under the hood .* 1 of 5 lessons finished$/);
	expect(walker.text()).toMatch(/3 {2}The leak +6 min +✓ finished/);
	expect(walker.text()).toMatch(/6 {2}Limits +4 min +– limited/);
	expect(walker.text()).not.toContain('only root');
	walker.press('G');
	expect(walker.text()).toContain('Limited: some of its steps are skipped on this machine.');
	expect(walker.text()).toContain('cgroups v1, and only root may make groups there.');
});

test('a long list of lessons keeps the chosen one in sight', () => {
	const [lesson] = summaries;
	if (!lesson) {
		throw new Error('There is no lesson.');
	}
	const lessons = Array.from({ length: 30 }, (_, index) => ({
		...lesson,
		id: `lesson-${index}`,
		number: index,
	}));
	const walker = walkerOf(actedCourse({ lessons }), { columns: 60, rows: 18 });
	for (let index = 0; index < lessons.length; index += 1) {
		expect(walker.text()).toMatch(new RegExp(`❯ +${index} `));
		walker.press('↓');
	}
});

test('commands are shown exactly, however long, and however narrow the terminal is', () => {
	const text = chroot.steps[1]?.started.commands[0]?.text ?? '';
	for (const columns of [40, 60, 80, 120]) {
		const walker = walkerOf(actedCourse(), { columns, rows: 40 });
		walker.press('Enter', 'j', '↓', 'Enter');
		const shown = walker
			.frame()
			.panes[0].lines.flatMap((line) => line.filter(({ style }) => style === 'command'))
			.map((span) => span.text)
			.join('');
		expect(shown).toContain(text.replaceAll('\n', ''));
	}
});

function tooWide(lines: readonly Line[], width: number): string[] {
	return lines.filter((line) => widthOf(line) > width).map((line) => `${width}: ${textOf(line)}`);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
