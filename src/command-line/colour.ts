import chalk from 'chalk';

/** Whether to colour standard output: chalk looks at the terminal, and NO_COLOR overrules it. */
export const hasColour = (wanted: boolean): boolean =>
	wanted && !process.env['NO_COLOR'] && chalk.level > 0;
