import chalk from 'chalk';

/** Whether to colour standard output: chalk looks at the terminal, NO_COLOR stands above it. */
export const hasColour = (wanted: boolean): boolean =>
	wanted && !process.env['NO_COLOR'] && chalk.level > 0;
