import { dim, hang, plain, type StyledLine } from '../report/span.ts';
import { wrap } from '../report/wrap.ts';
import type { WaysToLinux } from './ways-to-linux.ts';

/** The keys that are not numbers. */
export const keys = { watch: 'w', again: 'r', quit: 'q' } as const;

/** How the page is shown. */
export type PageOptions = {
	readonly width: number;
	/** Whether there is a keyboard; without one, the commands are only to be copied. */
	readonly withKeys: boolean;
	/** Whether a shell here continues a line that ends in a backslash; those of Windows do not. */
	readonly withBackslashes: boolean;
};

/** Returns the page with the ways to Linux, and with the keys that take them. */
export function layoutOffers(
	{ ready, advice }: WaysToLinux,
	{ width, withKeys, withBackslashes }: PageOptions,
): readonly StyledLine[] {
	const lines = (text: string, first: string) =>
		hang(
			wrap([plain(text)], width - first.length),
			{ text: first, style: 'strong' },
			plain(' '.repeat(first.length)),
		);
	const commandLine = (command: readonly string[] | undefined): readonly StyledLine[] =>
		command ? layoutCommand(quote(command), withBackslashes ? width : Infinity) : [];
	const mark = (key: string | number) => (withKeys ? `${key}  ` : '');
	return [
		...ready.flatMap(({ title, command }, index) => [
			...lines(`${title}:`, mark(index + 1)),
			...commandLine(command),
			[],
		]),
		...advice.flatMap(({ text, command }) => [...lines(text, ''), ...commandLine(command), []]),
		...(withKeys ? lines(recorded, mark(keys.watch)) : []),
		...(withKeys ? [[], keyLine(ready.length)] : []),
	];
}

/**
 * Returns a command so that it can be copied; where it cannot be broken well, the terminal breaks
 * it.
 */
function layoutCommand(command: string, width: number): readonly StyledLine[] {
	const room = width - '     '.length - ' \\'.length;
	const isBreakable = command.split(' ').every((word) => word.length <= room);
	const lines = isBreakable ? wrap([plain(command)], room) : [[plain(command)]];
	return lines.map((line, index) => {
		const text = line.map((span) => span.text).join('');
		const isLast = index === lines.length - 1;
		return [
			plain(index === 0 ? '   ' : '     '),
			{ text: isLast ? text : `${text} \\`, style: 'code' },
		];
	});
}

const recorded =
	'Watch the recorded walkthrough. Nothing runs; it shows what ran on a Linux machine.';

function keyLine(count: number): StyledLine {
	const numbers = Array.from({ length: count }, (_, index) => index + 1).join(' ');
	const all = [
		...(count > 0 ? [`${numbers} run`] : []),
		...[`${keys.watch} watch`, `${keys.again} look again`, `${keys.quit} quit`],
	];
	return [dim(all.join('   '))];
}

/**
 * Returns a command as it is typed, in every shell: they agree on double quotes around words that
 * have none of their signs.
 */
export function quote(command: readonly string[]): string {
	return command.map((word) => (/^[\w./:=@+-]+$/.test(word) ? word : `"${word}"`)).join(' ');
}
