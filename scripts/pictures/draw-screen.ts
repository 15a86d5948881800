import type { IBufferCell, Terminal } from '@xterm/headless';
import { isRule, pathOf } from './rules.ts';

/** The sixteen colours of a terminal with a dark background. */
const colours = [
	...['#1b1e24', '#e8747f', '#8fce7e', '#e8c374', '#6cb2f2', '#cf87e0', '#5cc4cf', '#d9dde4'],
	...['#6a7280', '#ff8a94', '#b0ea96', '#ffd98a', '#8ccaff', '#e3a5ff', '#74e6f2', '#ffffff'],
];
const foreground = '#d9dde4';
const background = '#1b1e24';
const cell = { width: 8.4, height: 18 };
const margin = 20;

/** The size of a terminal, in cells. */
export type Size = { readonly cols: number; readonly rows: number };

/** How a cell looks: `fill` is behind the text, `ink` its colour, `line` below it. */
type Look = {
	readonly fill: string | undefined;
	readonly ink: string;
	readonly classes: string;
	readonly line: boolean;
};

/** Cells beside each other that look the same. */
type Run = { readonly column: number; readonly text: string; readonly look: Look };

/** What an xterm shows, as a picture of its own. */
export const drawScreen = (terminal: Terminal): string =>
	drawPicture(terminal, drawRows(terminal).join('\n'));

/** The window of a terminal, around what is drawn of its screen. */
export function drawPicture({ cols, rows }: Size, content: string, style = ''): string {
	const width = round(cols * cell.width + 2 * margin);
	const height = round(rows * cell.height + 2 * margin);
	const rules = [
		'text{white-space:pre}path{fill:none}.b{font-weight:bold}.i{font-style:italic}.d{opacity:.62}',
		style,
	];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve" fill="${foreground}">`,
		`<style>${rules.join('')}</style>`,
		`<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="${background}" stroke="#3a404b"/>`,
		content,
		'</svg>\n',
	].join('\n');
}

/** One element for each run of cells that look the same; a row that is empty has none. */
export function drawRows(terminal: Terminal): readonly string[] {
	return Array.from({ length: terminal.rows }, (_, row) =>
		runsOf(terminal, row)
			.map((run) => drawRun(run, row))
			.join(''),
	).filter((row) => row !== '');
}

function drawRun({ column, text, look }: Run, row: number): string {
	const x = round(margin + column * cell.width);
	const y = margin + row * cell.height;
	const width = round(text.length * cell.width);
	const { fill, ink, classes, line } = look;
	const attributes = [
		`x="${x}" y="${round(y + 0.75 * cell.height)}" textLength="${width}"`,
		ink === foreground ? '' : `fill="${ink}"`,
		classes === '' ? '' : `class="${classes}"`,
		line ? 'text-decoration="underline"' : '',
	];
	if (isRule(text)) {
		const place = { x, y, ...cell };
		return `<path d="${pathOf(text, place)}" stroke="${ink}"${classes === '' ? '' : ` class="${classes}"`}/>`;
	}

	const behind =
		fill === undefined
			? ''
			: `<rect x="${x}" y="${y}" width="${width}" height="${cell.height}" fill="${fill}"/>`;
	return `${behind}<text ${attributes.filter(Boolean).join(' ')}>${escape(text)}</text>`;
}

function runsOf(terminal: Terminal, row: number): readonly Run[] {
	const line = terminal.buffer.active.getLine(row);
	const runs: { column: number; text: string; look: Look; key: string }[] = [];
	for (let column = 0; column < terminal.cols; column++) {
		const one = line?.getCell(column);
		if (one === undefined) {
			break;
		}
		const look = lookOf(one);
		const key = JSON.stringify(look);
		const last = runs.at(-1);
		const text = one.getChars() || ' ';
		if (last?.key === key && isRule(last.text) === isRule(text)) {
			last.text += text;
		} else {
			runs.push({ column, text, look, key });
		}
	}

	return runs.flatMap(({ column, text, look }) => {
		if (look.fill !== undefined) {
			return [{ column, text, look }];
		}
		const kept = text.trim();
		const indent = text.length - text.trimStart().length;
		return kept === '' ? [] : [{ column: column + indent, text: kept, look }];
	});
}

function lookOf(one: IBufferCell): Look {
	const front = (one.isFgPalette() ? colours[one.getFgColor()] : undefined) ?? foreground;
	const back = one.isBgPalette() ? colours[one.getBgColor()] : undefined;
	const isInverse = one.isInverse() !== 0;
	return {
		fill: isInverse ? front : back,
		ink: isInverse ? (back ?? background) : front,
		classes: [one.isBold() && 'b', one.isItalic() && 'i', one.isDim() && 'd']
			.filter(Boolean)
			.join(' '),
		line: one.isUnderline() !== 0,
	};
}

const round = (number: number) => Number(number.toFixed(1));

const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
