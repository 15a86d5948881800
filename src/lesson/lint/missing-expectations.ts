import type { Rule } from './rule.ts';

/**
 * Finds steps that expect nothing: that their commands exit with 0 proves little about the kernel.
 */
export const missingExpectations: Rule = ({ steps }) =>
	steps
		.filter(({ commands, expectations }) => commands.length > 0 && expectations.length === 0)
		.map(({ line, title }) => ({ place: { line, column: 1 }, message: message(title) }));

function message(title: string): string {
	return `The step “${title}” types commands and expects nothing; add an \`expect\` block that says what the kernel must then show, such as \`file my-container exists\`.`;
}
