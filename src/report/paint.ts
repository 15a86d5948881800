import { Chalk } from 'chalk';
import type { Style, StyledLine } from './span.ts';

/** What the styles look like, and one more for what should not have happened. */
export type Paint = Readonly<Record<Style | 'wrong', (text: string) => string>>;

/**
 * Only colours of the terminal's own sixteen, so that they suit its theme; no blue and no grey, which
 * cannot be read on some, and no bright ones, which vanish on a light background. Nothing is told by colour alone.
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

export function paintLine(line: StyledLine, paint: Paint): string {
	return line
		.map(({ text, style }) => paint[style](text))
		.join('')
		.trimEnd();
}
