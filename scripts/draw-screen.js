/** The sixteen colours of a terminal with a dark background. */
const colours = [
	...['#1d1f21', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d7dae0'],
	...['#5c6370', '#ff7b86', '#b5e890', '#ffd68a', '#82c4ff', '#e19bff', '#6fe3f0', '#ffffff'],
];
const foreground = '#d7dae0';
const background = '#1d1f21';
const cell = { width: 8.4, height: 18 };
const margin = 16;

/** What an xterm shows, as an SVG: one text element for each run of cells that look the same. */
export function drawScreen(terminal) {
	const width = terminal.cols * cell.width + 2 * margin;
	const height = terminal.rows * cell.height + 2 * margin;
	const rows = Array.from({ length: terminal.rows }, (_, row) => drawRow(terminal, row));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">`,
		`<rect width="100%" height="100%" rx="8" fill="${background}"/>`,
		...rows.flat(),
		'</svg>\n',
	].join('\n');
}

function drawRow(terminal, row) {
	return runsOf(terminal, row).map(({ column, text, look }) => {
		const x = (margin + column * cell.width).toFixed(1);
		const y = margin + (row + 0.75) * cell.height;
		const length = (text.length * cell.width).toFixed(1);
		return `<text x="${x}" y="${y}" textLength="${length}" xml:space="preserve" ${look}>${escape(text)}</text>`;
	});
}

function runsOf(terminal, row) {
	const line = terminal.buffer.active.getLine(row);
	const runs = [];
	for (let column = 0; column < terminal.cols; column++) {
		const one = line.getCell(column);
		const look = lookOf(one);
		const last = runs.at(-1);
		const text = one.getChars() || ' ';
		if (last?.look === look) {
			last.text += text;
		} else {
			runs.push({ column, text, look });
		}
	}

	return runs.filter(({ text }) => text.trim() !== '');
}

function lookOf(one) {
	const colour = one.isFgPalette() ? colours[one.getFgColor()] : foreground;
	return [
		`fill="${colour}"`,
		one.isBold() ? 'font-weight="bold"' : '',
		one.isItalic() ? 'font-style="italic"' : '',
		one.isUnderline() ? 'text-decoration="underline"' : '',
		one.isDim() ? 'opacity="0.65"' : '',
	]
		.filter(Boolean)
		.join(' ');
}

const escape = (text) =>
	text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]);
