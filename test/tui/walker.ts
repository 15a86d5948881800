import { createController, type ControllerOptions } from '../../src/tui/controller.ts';
import type { Frame } from '../../src/tui/frame.ts';
import { frameOf } from '../../src/tui/frame-of-model.ts';
import { ruleLine } from '../../src/tui/lines/rule.ts';
import { titleLine } from '../../src/tui/lines/title.ts';
import type { Line } from '../../src/tui/lines/line.ts';
import type { Size } from '../../src/tui/layout.ts';
import type { ActedCourse } from './acted-course.ts';

/** What takes a learner's keys in this course. */
export const controllerOf = (acted: ActedCourse, options: ControllerOptions = {}) =>
	createController(acted.course, acted, options);

/** A learner without a screen: presses keys by their names and reads what would be drawn. */
export function walkerOf(
	acted: ActedCourse,
	size: Size = { columns: 80, rows: 24 },
	motion = true,
	copyText?: (text: string) => void,
) {
	const controller = controllerOf(acted, { motion, ...(copyText && { copyText }) });
	const frame = (other: Size = size) => frameOf(controller.model(), other);
	return {
		...controller,
		frame,
		press(...keys: readonly string[]) {
			for (const key of keys) {
				controller.press(key, size);
			}
		},
		/** Everything in the panes that is in sight. */
		text: () => visible(frame()).map(textOf).join('\n'),
		/** Everything in the panes, in sight or not. */
		content: () =>
			frame()
				.panes.flatMap(({ lines }) => lines.map(textOf))
				.join('\n'),
		/** All rows, as they are drawn where there is one pane. */
		screen: () => {
			const drawn = frame();
			const rules = (['above', 'below'] as const).map((side) =>
				ruleLine(drawn, drawn.layout, side),
			);
			const [above, below] = drawn.layout.kind === 'linear' ? [[], []] : rules;
			const rows = [titleLine(drawn), above ?? [], ...visible(drawn), below ?? [], drawn.bottom];
			return rows.map(textOf).join('\n');
		},
		title: () => textOf(frame().title),
		bottom: () => textOf(frame().bottom).trim(),
	};
}

export function textOf(line: Line): string {
	return line.map(({ text }) => text).join('');
}

function visible({ panes }: Frame): Line[] {
	return panes.flatMap(({ lines, top, height }) => lines.slice(top, top + height));
}
