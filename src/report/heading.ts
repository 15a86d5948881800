import { dim, plain, type Span, type StyledLine, widthOf } from './span.ts';
import { wrap } from './wrap.ts';

/**
 * Returns the title of a lesson above a rule, with the minutes it takes on the right where there is
 * room.
 */
export function layoutTitle(
	{ number, title, minutes }: { number: number; title: string; minutes: number },
	width: number,
): StyledLine[] {
	const name = strong(`${number}  ${title}`);
	const time = dim(minutes === 1 ? '1 minute' : `${minutes} minutes`);
	const space = width - widthOf([name, time]);
	const titleLines = space >= 2 ? [[name, plain(' '.repeat(space)), time]] : wrap([name], width);
	return [...titleLines, [dim('━'.repeat(width))]];
}

/**
 * Returns the title of a step: `── 2 of 4 · Ask for bash ─────`; without the rules where it is too
 * long for them.
 */
export function layoutStepTitle(
	step: { index: number; of: number; title: string },
	width: number,
): StyledLine[] {
	const words = strong(`${step.index + 1} of ${step.of} · ${step.title}`);
	const rest = width - widthOf([words]) - 4;
	if (rest < 2) {
		return wrap([words], width);
	}
	return [[dim('── '), words, dim(` ${'─'.repeat(rest)}`)]];
}

function strong(text: string): Span {
	return { text, style: 'strong' };
}
