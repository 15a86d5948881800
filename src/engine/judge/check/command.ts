import type { CommandResult } from '../../words/command-result.ts';
import type { Evidence, ExpectationOf } from '../check.ts';
import type { Verdict } from '../../words/verdict.ts';

/** Checks `exit 127` and `exit 127 from chroot`. */
export function checkExit(
	expectation: ExpectationOf<'exit'>,
	{ commands }: Pick<Evidence, 'commands'>,
): Verdict {
	const named = commands.filter((command, index) =>
		isNamed(expectation, command, index === commands.length - 1),
	);
	const [first] = named;
	if (first === undefined) {
		return { seen: 'no such command', held: false };
	}

	const other = named.find(({ exit }) => exit !== expectation.code) ?? first;
	return { seen: seenOf(other), held: other.exit === expectation.code };
}

/** Whether an expectation about an exit code is about this command. */
export function isNamed(
	{ command: beginning }: ExpectationOf<'exit'>,
	{ source, text }: CommandResult,
	isLast: boolean,
): boolean {
	return beginning === undefined
		? isLast
		: source.startsWith(beginning) || text.startsWith(beginning);
}

/** Checks `output contains TEXT`, `output lacks TEXT` and `output matches /PATTERN/`. */
export function checkOutput(
	{ test, value }: ExpectationOf<'output'>,
	{ commands }: Evidence,
): Verdict {
	const output = commands.map((command) => command.output).join('');
	const isThere = test === 'matches' ? new RegExp(value, 'm').test(output) : output.includes(value);
	return { seen: excerpt(output, test, value), held: isThere === (test !== 'lacks') };
}

/** Returns the line of the output that the expectation is about, or else the last one. */
function excerpt(output: string, test: string, value: string): string {
	const lines = output.split('\n').filter((line) => line.trim() !== '');
	const found = lines.find((line) =>
		test === 'matches' ? new RegExp(value).test(line) : line.includes(value),
	);
	const line = found ?? lines.at(-1);
	if (line === undefined) {
		return 'no output';
	}

	const rest = lines.length - 1;
	const short = line.length > 100 ? `${line.slice(0, 100)}…` : line;
	return found === undefined && rest > 0
		? `"${short}" after ${rest === 1 ? 'another line' : `${rest} other lines`}`
		: `"${short}"`;
}

function seenOf({ exit, text }: CommandResult): string {
	return exit === undefined ? `\`${text}\` was not typed` : `exit ${exit}`;
}
