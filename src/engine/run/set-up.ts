import type { Command } from '../../lesson/lesson.ts';
import { trouble } from '../words/command-result.ts';
import type { LessonEvent } from '../words/event.ts';
import { askFor } from './observe.ts';
import type { Plan } from './plan.ts';
import type { Run } from './run.ts';
import { sentence } from '../../text/sentence.ts';
import { shownLines } from './step-events.ts';
import { typeCommand } from './type-command.ts';
import { withMeaning } from '../explain/with-meaning.ts';

/** The events of the command that ended the setting up, and why it failed, as a sentence. */
export type SetupFailure = { readonly events: readonly LessonEvent[]; readonly why: string };

/**
 * Opens the lesson's terminals, so that no step seems to have started their shells, and builds the
 * starting state. Yields nothing, unless a command fails.
 */
export async function* setUp(
	run: Run,
	{ setup, steps }: Plan,
): AsyncGenerator<LessonEvent, SetupFailure | undefined> {
	const commands = [...setup, ...steps.flatMap((step) => step.commands)];
	try {
		for (const terminal of new Set(commands.map((command) => command.terminal))) {
			await run.host.open(terminal);
		}
	} catch (error) {
		return { events: [], why: sentence(error) };
	}

	if (setup.length > 0) {
		yield { kind: 'setup', commands: await shownLines(run, setup) };
	}

	for (const command of setup) {
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

		const reason = withMeaning(
			trouble(step.value, 0, run.patience.command),
			[step.value],
			run.host.provisions,
		);
		return reason === undefined ? undefined : { events, why: explain(reason) };
	} catch (error) {
		return { events, why: explain(sentence(error)) };
	}
}

function explain(reason: string): string {
	return `The state this lesson starts from could not be built: ${reason}`;
}
