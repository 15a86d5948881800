import { parseArguments, type Invocation } from '../command-line/arguments.ts';
import { helpText } from '../command-line/help.ts';
import { check } from './check.ts';
import { cleanup } from './cleanup.ts';
import { doctor } from './doctor.ts';
import { exportScript } from './export.ts';
import { list } from './list.ts';
import { applyAppearance } from '../command-line/appearance.ts';
import { replay } from './replay.ts';
import { review } from './review.ts';
import { run } from './run.ts';
import { KnownError } from '../text/known-error.ts';
import { sentence } from '../text/sentence.ts';
import { makeLinesVisible } from '../text/visible-text.ts';
import { whereToReport } from '../command-line/where-to-report.ts';

/** Does what the command line asks for and sets the exit code. No stack trace reaches a learner. */
export async function main(words: readonly string[]): Promise<void> {
	try {
		const invocation = parseArguments(words);
		applyAppearance(invocation, process.stdout.isTTY);
		const code = await perform(invocation);
		// Not where the output could not be written.
		process.exitCode ??= code;
	} catch (error) {
		const { message, code } = explain(error);
		// It may quote words of the command line, or the name of a file.
		process.stderr.write(`${makeLinesVisible(message)}\n`);
		process.exitCode = code;
	}
}

async function perform(invocation: Invocation): Promise<number> {
	switch (invocation.task) {
		case 'walkthrough': {
			if (invocation.plain) {
				return run({ ...invocation, ...everyLesson });
			}

			// Only the walkthrough waits for Ink to load.
			const { walkthrough } = await import('./walkthrough.ts');
			return walkthrough(invocation);
		}

		case 'review':
			return review(invocation);
		case 'run':
			return run(invocation);
		case 'list':
			return list(invocation);
		case 'doctor':
			return doctor(invocation);
		case 'replay':
			return replay(invocation);
		case 'export':
			return exportScript(invocation);
		case 'check':
			return check(invocation);
		case 'cleanup':
			return cleanup(invocation);
		case 'help':
		case 'version':
			process.stdout.write(helpText());
			return 0;
	}
}

/** The walkthrough in plain lines is a run of everything. */
const everyLesson = {
	task: 'run',
	lessons: [],
	json: false,
	directory: undefined,
	record: undefined,
	trace: false,
} as const;

function explain(error: unknown): { message: string; code: number } {
	if (error instanceof KnownError) {
		return { message: error.message, code: error.exitCode };
	}

	return {
		message: `This is a mistake of ours, not yours: ${sentence(error)}. Please report it at ${whereToReport}, with the output of \`containers-under-the-hood doctor --json\`.`,
		code: 1,
	};
}
