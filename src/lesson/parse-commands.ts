import type { Block, Line } from './blocks.ts';
import type { Command } from './lesson.ts';
import { type Manuscript, report } from './manuscript.ts';

/** One command a line; a line that ends in `\` goes on in the next. */
export function parseCommands(block: Block, manuscript: Manuscript): readonly Command[] {
	const typed = join(block.lines);
	const { terminal, when, place } = block;
	if (typed.length === 0)
		report(manuscript, place, 'This block types nothing; write a command a line.');
	const open = typed.find(({ text }) => continues(text));
	if (open) report(manuscript, { line: open.line, column: 1 }, neverEnds);
	return typed.map(({ text, line }) => ({ terminal, text: text.trim(), when, line }));
}

function join(lines: readonly Line[]): readonly Line[] {
	const joined: Line[] = [];
	for (const { text, line } of lines) {
		const last = joined.at(-1);
		if (last && continues(last.text)) {
			joined[joined.length - 1] = { text: `${last.text}\n${text}`, line: last.line };
		} else if (!/^\s*(#|$)/.test(text)) joined.push({ text, line });
	}
	return joined;
}

/** Two backslashes are one backslash that is typed. */
function continues(text: string): boolean {
	return (/\\*$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}

const neverEnds =
	'The last line of this command ends in `\\`, which says that another follows; write it, or take the `\\` away.';
