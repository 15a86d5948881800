import sliceAnsi from 'slice-ansi';
import type { Difference, Row, Section } from '../engine/judge/difference.ts';
import { columnsOf } from './columns.ts';
import { dim, hang, indent, plain, type Span, type StyledLine, widthOf } from './span.ts';
import { wrap } from './wrap.ts';

/**
 * Returns what a step changed, and which things it left unchanged, as lines of at most `width`
 * columns.
 */
export function layoutDifference(difference: Difference, width: number): StyledLine[] {
	const changed = difference.filter(({ rows }) => rows.length > 0);
	const nameColumn = Math.max(...changed.map(({ name }) => columnsOf(name))) + 2;
	const beside = width - nameColumn >= 40;
	return [
		...changed.flatMap((section) =>
			beside ? layoutBeside(section, nameColumn, width) : layoutBelow(section, width),
		),
		...layoutUnchanged(difference, width),
	];
}

function layoutBeside(section: Section, nameColumn: number, width: number): StyledLine[] {
	const space = ' '.repeat(nameColumn - columnsOf(section.name));
	return hang(
		layoutRows(section, width - nameColumn),
		dim(section.name + space),
		plain(' '.repeat(nameColumn)),
	);
}

function layoutBelow(section: Section, width: number): StyledLine[] {
	return [[dim(section.name)], ...indent(layoutRows(section, width - 2), 2)];
}

function layoutUnchanged(difference: Difference, width: number): StyledLine[] {
	const names = difference.filter(({ rows }) => rows.length === 0).map(({ name }) => name);
	return names.length === 0 ? [] : wrap([dim(`unchanged: ${names.join(', ')}`)], width);
}

function layoutRows({ rows: all, unchanged }: Section, width: number): StyledLine[] {
	const rows = all.map((row) => (row.sign === '-' ? shortened(row, width) : row));
	const subjects = Math.max(...rows.map(({ subject }) => columnsOf(subject)));
	const details = Math.max(...rows.map(({ detail }) => columnsOf(detail)));
	const subjectColumn = subjects + details + 4 <= width ? subjects : 0;
	return [
		...rows.flatMap((row) => layoutRow(row, subjectColumn, width)),
		...(unchanged === '' ? [] : layoutSame(unchanged, width)),
	];
}

/**
 * Shortens a row to what tells most: of a command line that is gone, one line is enough to
 * recognise it; of a path, the end.
 */
function shortened({ sign, subject, detail }: Row, width: number): Row {
	const beside = width - 2 - (detail === '' ? 0 : columnsOf(detail) + 2);
	const room = beside < shortest ? width - 2 : beside;
	if (columnsOf(subject) <= room || !/\s/.test(subject)) {
		return { sign, subject, detail };
	}
	return { sign, subject: `${sliceAnsi(subject, 0, room - 1).trimEnd()}…`, detail };
}

const shortest = 24;

function layoutSame(unchanged: string, width: number): StyledLine[] {
	return hang(wrap([dim(`unchanged: ${unchanged}`)], width - 2), dim('= '), plain('  '));
}

/** Lays out a row, with the detail beside its subject where there is room, else below it. */
function layoutRow(row: Row, subjectColumn: number, width: number): StyledLine[] {
	const style = row.sign === '-' ? 'plain' : 'code';
	const sign: Span = { text: `${row.sign} `, style };
	const subject: Span = { text: row.subject, style };
	if (row.detail === '') {
		return hang(wrap([subject], width - 2), sign, plain('  '));
	}
	const space = Math.max(subjectColumn - columnsOf(row.subject), 0) + 2;
	const line = [sign, subject, plain(' '.repeat(space) + row.detail)];
	if (widthOf(line) <= width) {
		return [line];
	}
	return [
		...hang(wrap([subject], width - 2), sign, plain('  ')),
		...indent(wrap([plain(row.detail)], width - 4), 4),
	];
}
