import type { Frame, ScreenPosition } from './frame.ts';
import { type Line, widthOf } from './lines/line.ts';
import { dividerColumn } from './lines/rule.ts';
import { titleLine } from './lines/title.ts';
import { isEditing, isTyping, type View, windowIn } from './view.ts';

/**
 * Where the terminal's own cursor stands, which magnifiers and braille displays follow: where the next
 * character goes, else at what is chosen, else at the keys. Undefined: nothing can be done now.
 */
export function cursorOf(view: View, frame: Omit<Frame, 'cursor'>): ScreenPosition | undefined {
	if (view.screen === 'leaving' || windowIn(view)?.kind === 'visiting') {
		return undefined;
	}
	const rows = rowsOf(frame);
	const find = (place: (line: Line) => number | undefined) => {
		for (const { line, x, y } of rows) {
			const column = place(line);
			if (column !== undefined) {
				return { x: x + column, y };
			}
		}
		return undefined;
	};

	if (isEditing(view) || isTyping(view)) {
		return find(insertionPoint) ?? bottomKey(frame);
	}
	return (isChoosing(view, frame) ? find(chosen) : undefined) ?? bottomKey(frame);
}

/** Something on the screen is marked as chosen, and the keys move that mark. */
function isChoosing(view: View, { available }: Pick<Frame, 'available'>): boolean {
	const window = windowIn(view);
	return window ? 'selected' in window : view.screen === 'list' || available.has('answer');
}

function insertionPoint(line: Line): number | undefined {
	const index = line.findIndex(({ style }) => style === 'cursor');
	return index < 0 ? undefined : widthOf(line.slice(0, index));
}

/** The mark comes first in a row, before a name or the letter of an answer. */
function chosen([first]: Line): number | undefined {
	const column = /^ ?❯ (?:$|[a-d] {2}$)/.test(first?.text ?? '') ? first?.text.indexOf('❯') : -1;
	return column === undefined || column < 0 ? undefined : column;
}

function bottomKey({ bottom, layout }: Pick<Frame, 'bottom' | 'layout'>): ScreenPosition {
	const index = bottom.findIndex(({ text }) => text.trim() !== '');
	return { x: widthOf(bottom.slice(0, Math.max(0, index))), y: layout.height - 1 };
}

type DrawnRow = ScreenPosition & { readonly line: Line };

/** The rows that are in sight, each with where it begins. */
function rowsOf(frame: Omit<Frame, 'cursor'>): readonly DrawnRow[] {
	const { layout, panes, second } = frame;
	const rule = layout.kind === 'linear' ? 0 : 1;
	const [main] = panes;
	const starts = [
		{ x: layout.margin, y: 1 + rule },
		second === 'beside'
			? { x: dividerColumn(layout) + 1 + layout.margin, y: 1 + rule }
			: { x: layout.margin, y: 1 + 2 * rule + main.height },
	];
	return [
		{ line: titleLine(frame), x: 0, y: 0 },
		...panes.flatMap(({ lines, top, height }, index) =>
			lines.slice(top, top + height).map((line, row) => {
				const { x = 0, y = 0 } = starts[index] ?? {};
				return { line, x, y: y + row };
			}),
		),
	];
}
