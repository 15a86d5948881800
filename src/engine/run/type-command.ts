import type { CommandResult } from '../words/command-result.ts';
import { createCommandStop } from './command-stop.ts';
import type { LessonEvent, TypedLine } from '../words/event.ts';
import type { Run } from './run.ts';

/**
 * Types one line and yields what happens. Throws where the terminal does not answer.
 *
 * @param text The line, filled in.
 * @param typed What the shell is given to read for it.
 */
export async function* typeCommand(
	run: Run,
	{ terminal, text: source }: TypedLine,
	text: string,
	typed = text,
): AsyncGenerator<LessonEvent, CommandResult> {
	const directory = run.directories.get(terminal) ?? '';
	yield { kind: 'command-started', terminal, text, directory };

	const started = performance.now();
	const stop = createCommandStop(run);
	const answers = run.host.type(terminal, typed, stop.signal)[Symbol.asyncIterator]();
	let output = '';
	try {
		for (;;) {
			const answer = await Promise.race([answers.next(), stop.givenUp]);
			if (answer === undefined && run.signal.aborted) {
				return { source, text, exit: undefined, output, stopped: 'end' };
			}

			if (answer === undefined || answer.done === true) {
				throw new Error(`${terminal} no longer answers; the last line typed was \`${text}\`.`);
			}

			if (answer.value.kind === 'typed') {
				const { exit, shell, directory, dropped } = answer.value;
				const seconds = (performance.now() - started) / 1000;
				run.directories.set(terminal, directory);
				yield { kind: 'command-exited', terminal, exit, shell, dropped, seconds };
				return { source, text, exit, output, stopped: stop.by() };
			}

			output += answer.value.text;
			yield { kind: 'output', terminal, text: answer.value.text };
		}
	} finally {
		stop.release();
		// This is not awaited: what was given up may never return.
		answers.return?.().catch(() => undefined);
	}
}
