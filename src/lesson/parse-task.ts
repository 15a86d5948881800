import type { Block, BlockLine } from './blocks.ts';
import type { Step } from './lesson.ts';
import { type Manuscript, type SourcePosition, placeOf, report } from './manuscript.ts';
import { parseCommands, roleOf } from './parse-commands.ts';

/**
 * Parses what a step asks the learner to do, and the hints that help with it.
 *
 * @example
 *     ```sh host challenge
 *     kill {{pid of sleep 1000}}
 *     ```
 *
 *     ```hint
 *     Which command sends signals?
 *     `kill` sends one to the process with this number.
 *     Its number is in the output of `ps`.
 *     ```
 */
export function parseTask(
	title: string,
	place: SourcePosition,
	blocks: readonly Block[],
	manuscript: Manuscript,
): Pick<Step, 'kind' | 'hints'> {
	const typed = blocks.filter(({ kind }) => kind === 'commands');
	const ways = typed.filter((block) => roleOf(block) === 'challenge');
	const edited = typed.filter((block) => roleOf(block) === 'modify');
	const hints = blocks.filter(({ kind }) => kind === 'hint');
	for (const block of edited) {
		// What is wrong with the commands themselves is reported where they are parsed.
		const lines = parseCommands(block, { ...manuscript, problems: [] });
		if (lines.length > 1 || lines.some(({ text }) => text.includes('\n'))) {
			report(manuscript, block.place, oneLine);
		}
	}

	if (ways.length > 0) {
		for (const block of typed.filter((other) => !ways.includes(other))) {
			report(manuscript, block.place, nothingShown);
		}
		if (hints.length === 0) {
			report(manuscript, place, noHints(title));
		}
	} else if (edited.length === 0) {
		for (const block of hints) {
			report(manuscript, block.place, nothingToDo);
		}
	}

	for (const block of hints.slice(1)) {
		report(manuscript, block.place, oneBlock);
	}
	const [block] = hints;
	return {
		kind: ways.length > 0 ? 'challenge' : edited.length > 0 ? 'modify' : 'shown',
		hints: block === undefined ? [] : parseHints(block, manuscript),
	};
}

/** Parses a block of three hints in Markdown, one a line: a key shows one after another. */
function parseHints(block: Block, manuscript: Manuscript): readonly string[] {
	const written = block.lines.filter(({ text }) => text.trim() !== '');
	const lines = written.filter((line, index) => index === 0 || !isCode(line));
	if (lines.length !== levels) {
		const { text, line } = lines[levels] ?? { text: '', line: block.place.line };
		report(manuscript, placeOf(manuscript, text, line), threeLines);
	}

	return lines.map((line, index) => {
		const end = lines[index + 1]?.line ?? Infinity;
		const code = written.filter((other) => other.line > line.line && other.line < end);
		const typed = code.map(({ text }) => `    ${text.trim()}`).join('\n');
		return typed === '' ? line.text.trim() : `${line.text.trim()}\n\n${typed}`;
	});
}

/**
 * Whether a line of a hint is indented, and is a command to be typed as it stands, on a line of its
 * own.
 */
const isCode = ({ text }: BlockLine) => /^\s/.test(text);

const levels = 3;

const threeLines =
	'Hints have three levels, one a line: what to think of, where to look, and what nearly gives it away.';
const oneBlock = 'A step has one block of hints; make its three lines of these.';
const nothingShown =
	'A challenge shows no command: take this block into a step before it, or write `challenge` behind its terminal as well.';
const nothingToDo =
	'Hints help who has something to do: write `modify` or `challenge` behind the terminal of a block of commands, or take the hints away.';
const oneLine =
	'One line is edited in place; write one command on one line in this block, and the others in blocks of their own.';

function noHints(title: string): string {
	return `The challenge “${title}” gives no help to who is stuck; add a block \`hint\` of three lines: what to think of, where to look, and what nearly gives it away.`;
}
