/** A text without what is another in each run, or on each machine: owners, times and sizes. */
export const masked = (text: string): string =>
	`${masks.reduce((rest, [what, mask]) => rest.replace(what, mask), text)}\n`;

const masks: readonly (readonly [RegExp, string])[] = [
	// As ls has it: who, how large, since when.
	[/^( *[-dl][-rwx]{9}) .* \d\d:\d\d /gm, '$1 … '],
	[/^( *total )\d+$/gm, '$1N'],
	// Told only of what took long.
	[/ after \d+(\.\d+)? s\b/g, ''],
];
