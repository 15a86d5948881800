import { Chalk } from 'chalk';
import type { Style, StyledLine } from './span.ts';

/** The functions that colour text in each style, and one for what should not have happened. */
export type Paint = Readonly<Record<Style | 'wrong', (text: string) => string>>;

/**
 * Creates the colours. They are among the terminal's own sixteen, so that they suit its theme;
 * there is no blue and no grey, which cannot be read on some themes, and no bright colour, which
 * vanishes on a light background. Nothing is told by colour alone.
 */
export function createPaint(colour: boolean): Paint {
	const chalk = new Chalk({ level: colour ? 1 : 0 });
	return {
		plain: (text) => text,
		code: chalk.cyan,
		strong: chalk.bold,
		emphasis: chalk.italic,
		dim: chalk.dim,
		link: chalk.underline,
		wrong: chalk.red.bold,
	};
}

/** Returns a line as text, with the codes of its colours. */
export function paintLine(line: StyledLine, paint: Paint): string {
	return line
		.map(({ text, style }) => paint[style](text))
		.join('')
		.trimEnd();
}
