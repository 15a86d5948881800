import { expectedExit } from '../../engine/judge/check-step.ts';
import { notTyped } from '../../engine/words/command-result.ts';
import { hasFacts } from '../../engine/judge/fill-in.ts';
import { excludes } from '../../lesson/condition.ts';
import type { Command, Step } from '../../lesson/lesson.ts';
import { lessonError } from '../../lesson/problem.ts';
import { canFill, fillDocument } from './fill.ts';

/** The commands of a step or of a setup, with what is expected of them. */
export type TypedPart = Pick<Step, 'commands' | 'expectations'>;

/** Neighbouring commands that are typed by one call of `run`. */
type Batch = { readonly commands: readonly Command[]; readonly exit: number };

/**
 * Returns calls of `run` with the commands in here-documents, as they are typed.
 * @throws KnownError for a command with a fact that a script cannot know
 */
export function typing(typed: TypedPart): readonly string[] {
	return groups(typed).map(write);
}

function groups({ commands, expectations }: TypedPart): readonly Batch[] {
	const groups: Batch[] = [];
	for (const command of commands) {
		// These are typed on any machine on which this one is.
		const others = commands.filter(({ when }) => !areApart(when, command.when));
		const results = others.map(({ text }) => notTyped(text));
		const exit = expectedExit(expectations, results, others.indexOf(command));
		const last = groups.at(-1);
		if (last !== undefined && belongsTo(last, command, exit)) {
			groups[groups.length - 1] = { exit, commands: [...last.commands, command] };
		} else {
			groups.push({ exit, commands: [command] });
		}
	}

	return groups;
}

function areApart(one: Command['when'], other: Command['when']): boolean {
	return one.some((condition) => other.some((another) => excludes(condition, another)));
}

/**
 * Whether a command can be in the same here-document. A fact is looked up where its document
 * begins, so a command with a fact begins a document, and ends it.
 */
function belongsTo({ commands, exit }: Batch, command: Command, itsExit: number): boolean {
	const [first] = commands;
	return (
		first !== undefined &&
		first.terminal === command.terminal &&
		first.when.join() === command.when.join() &&
		exit === itsExit &&
		![first, command].some(({ text }) => hasFacts(text))
	);
}

function write({ commands, exit }: Batch): string {
	const [first] = commands;
	if (first === undefined) {
		return '';
	}

	const { terminal, when, text } = first;
	const condition = when.length === 0 ? '' : `machine_has ${when.join(' ')} && `;
	const run = `${condition}run ${terminal}${exit === 0 ? '' : ` exits ${exit}`}`;
	return hasFacts(text)
		? `${run} <<END\n${filled(text)}\nEND`
		: `${run} <<'END'\n${commands.map((command) => command.text).join('\n')}\nEND`;
}

function filled(text: string): string {
	if (!canFill(text)) {
		throw lessonError(`A script cannot find out what is to be filled in here: ${text}`);
	}

	return fillDocument(text);
}
