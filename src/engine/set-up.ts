import type { Command } from '../lesson/lesson.ts';
import { trouble } from './command-result.ts';
import type { LessonEvent } from './event.ts';
import { askFor } from './observe.ts';
import { sentence, type Run } from './run.ts';
import { shownLines } from './step-events.ts';
import { typeCommand } from './type-command.ts';

/** The command that ended the setting up, as events, and a sentence. */
export type SetupFailure = { readonly events: readonly LessonEvent[]; readonly why: string };

/** Builds the starting state. Silent, unless a command fails. */
export async function* setUp(
	run: Run,
	commands: readonly Command[],
): AsyncGenerator<LessonEvent, SetupFailure | undefined> {
	yield { kind: 'setup', commands: await shownLines(run, commands) };
	for (const command of commands) {
		const failure = await setUpWith(run, command);
		if (run.signal.aborted || failure !== undefined) {
			return failure;
		}
	}

	return undefined;
}

async function setUpWith(run: Run, command: Command): Promise<SetupFailure | undefined> {
	const events: LessonEvent[] = [];
	try {
		const text = await askFor(run, command.text);
		const typing = typeCommand(run, command, text);
		let step = await typing.next();
		for (; step.done !== true; step = await typing.next()) {
			events.push(step.value);
		}

		const reason = trouble(step.value, 0, run.patience.command);
		return reason === undefined ? undefined : { events, why: explain(reason) };
	} catch (error) {
		return { events, why: explain(sentence(error)) };
	}
}

function explain(reason: string): string {
	return `The state this lesson starts from could not be built: ${reason}`;
}
