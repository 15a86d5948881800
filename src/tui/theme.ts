import type { TextProps } from 'ink';
import type { Style } from './lines/line.ts';

/**
 * How each style looks: sixteen colours only, chosen to be read on light and on dark backgrounds.
 * No blue and no grey, which vanish on dark; no yellow and no bright colours, which vanish on light.
 * Text that has to be read keeps the terminal's own colour, or is plain cyan. No colour means anything by itself.
 */
export const theme: Readonly<Record<Style, Omit<TextProps, 'children'>>> = {
	plain: {},
	code: { color: 'cyan' },
	strong: { bold: true },
	emphasis: { italic: true },
	dim: { dimColor: true },
	link: { underline: true },
	title: { bold: true, underline: true },
	heading: { bold: true },
	command: { bold: true },
	cursor: { bold: true },
	prompt: { color: 'cyan' },
	good: { color: 'green' },
	bad: { color: 'red', bold: true },
	appeared: { color: 'green' },
	went: { color: 'red' },
	changed: { color: 'magenta' },
	accent: { color: 'cyan' },
	key: { bold: true },
	pill: { bold: true, inverse: true },
	'rail-host': { color: 'cyan' },
	'rail-1': { color: 'magenta' },
	'rail-2': { color: 'green' },
	spinner: { color: 'cyan' },
};
