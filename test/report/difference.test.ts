import { expect, test } from '@jest/globals';
import type { Difference, Row } from '../../src/engine/judge/difference.ts';
import { layoutDifference } from '../../src/report/difference.ts';
import { createPaint, paintLine } from '../../src/report/paint.ts';
import { widthOf } from '../../src/report/span.ts';

const difference: Difference = [
	{ name: 'files', rows: [], unchanged: '4 files' },
	{
		name: 'processes',
		rows: [
			row('+', '2451 tail -f a.txt', 'inside it is process 1'),
			row('-', '2450 tail -f b.txt', ''),
		],
		unchanged: '4 of ours, 83 of the host',
	},
	{ name: 'mounts', rows: [], unchanged: '' },
	{
		name: 'cgroups',
		rows: [row('~', 'container-group', 'cpu 100000 of 100000 µs (was no limit)')],
		unchanged: '',
	},
];

test('sections stand beside their names, details below each other, the unchanged folded', () => {
	expect(layout(difference, 78)).toEqual([
		'processes  + 2451 tail -f a.txt  inside it is process 1',
		'           - 2450 tail -f b.txt',
		'           = unchanged: 4 of ours, 83 of the host',
		'cgroups    ~ container-group  cpu 100000 of 100000 µs (was no limit)',
		'unchanged: files, mounts',
	]);
});

test('a narrow page has the sections below their names, and long details below their subjects', () => {
	expect(layout(difference, 34)).toEqual([
		'processes',
		'  + 2451 tail -f a.txt',
		'      inside it is process 1',
		'  - 2450 tail -f b.txt',
		'  = unchanged: 4 of ours, 83 of',
		'    the host',
		'cgroups',
		'  ~ container-group',
		'      cpu 100000 of 100000 µs (was',
		'      no limit)',
		'unchanged: files, mounts',
	]);
});

test('a command that went takes one line, cut to the width, with its detail', () => {
	const command = `bash -c ${'while sleep 1; do date; done; '.repeat(4)}`;
	const rows = [row('-', `2450 ${command}`, 'container-1'), row('-', '2451 sleep 9', '')];
	const went = [{ name: 'processes', rows, unchanged: '' }];
	expect(layout(went, 60)).toEqual([
		'processes  - 2450 bash -c while sleep 1; do da…  container-1',
		'           - 2451 sleep 9',
	]);
	expect(layout(went, 34)).toEqual([
		'processes',
		'  - 2450 bash -c while sleep 1; d…',
		'      container-1',
		'  - 2451 sleep 9',
	]);
});

test('of a step that changed nothing it says of what', () => {
	const quiet = difference.map((section) => ({ ...section, rows: [] }));
	expect(layout(quiet, 78)).toEqual([`unchanged: ${quiet.map(({ name }) => name).join(', ')}`]);
});

test.each([20, 34, 50, 78])('nothing is wider than %i columns', (width) => {
	for (const line of layoutDifference(difference, width)) {
		expect(widthOf(line)).toBeLessThanOrEqual(width);
	}
});

function row(sign: Row['sign'], subject: string, detail: string): Row {
	return { sign, subject, detail };
}

function layout(what: Difference, width: number): string[] {
	return layoutDifference(what, width).map((line) => paintLine(line, createPaint(false)));
}
