import type { Block, BlockLine } from './blocks.ts';
import { isCondition, unknownRequirement } from './condition.ts';
import type { Command } from './lesson.ts';
import { type Manuscript, report } from './manuscript.ts';
import { isTerminal, unknownTerminal } from './terminal.ts';

/** Whether this block builds the starting state of the lesson. */
export function isSetup({ kind, words }: Block): boolean {
	return kind === 'commands' && words.includes('setup');
}

/**
 * Returns what the learner has to do with the commands of this block; undefined where they only
 * run.
 */
export function roleOf({ kind, words }: Block): Command['role'] {
	return kind === 'commands' ? roles.find((role) => words.includes(role)) : undefined;
}

const roles = ['modify', 'challenge'] as const;

/**
 * Parses a block of commands, one a line. A line that ends in `\` goes on in the next. Reports what
 * cannot be typed.
 *
 * @example
 *     ```sh container-1 no-limits modify
 *     tail -f a.txt &
 *     ```
 */
export function parseCommands(block: Block, manuscript: Manuscript): readonly Command[] {
	const [terminal = '', ...words] = block.words;
	const conditions = words.filter((word) => !['setup', ...roles].includes(word));
	const when = conditions.filter(isCondition);
	const typed = joinLines(block.lines);
	const faults = [
		terminalFault(terminal),
		...conditions.filter((word) => !isCondition(word)).map(unknownRequirement),
		typed.length === 0 ? 'This block types nothing; write one command a line.' : undefined,
	];
	for (const fault of faults) {
		if (fault !== undefined) {
			report(manuscript, block.place, fault);
		}
	}
	for (const { text, line } of typed) {
		if (continues(text)) {
			report(manuscript, { line, column: 1 }, neverEnds);
		}
	}
	const role = roleOf(block);
	return typed.map(({ text, line }) => ({
		...{ terminal, text: text.trim(), when, line },
		...(role && { role }),
	}));
}

function terminalFault(name: string): string | undefined {
	if (name === '') {
		return noTerminal;
	}
	return isTerminal(name) ? undefined : unknownTerminal(name);
}

/** Joins continued lines, and leaves out empty ones and comments. */
function joinLines(lines: readonly BlockLine[]): readonly BlockLine[] {
	const joined: BlockLine[] = [];
	for (const { text, line } of lines) {
		const last = joined.at(-1);
		if (last && continues(last.text)) {
			joined[joined.length - 1] = { text: `${last.text}\n${text}`, line: last.line };
		} else if (!/^\s*(#|$)/.test(text)) {
			joined.push({ text, line });
		}
	}
	return joined;
}

/** Whether the next line continues this one: two backslashes at its end are one that is typed. */
function continues(text: string): boolean {
	return (/\\*$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}

const noTerminal =
	'Say in which terminal this is typed, for example `sh host`; a block that is only shown begins with `text`.';
const neverEnds =
	'The last line of this command ends in `\\`, which says that another follows; write it, or take the `\\` away.';
