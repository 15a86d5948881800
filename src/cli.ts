import { parseArguments, type Mode, UsageError } from './arguments.ts';
import { helpText } from './help.ts';
import { LessonError } from './lesson/problem.ts';
import { check } from './modes/check.ts';
import { cleanup } from './modes/cleanup.ts';
import { doctor } from './modes/doctor.ts';
import { exportScript } from './modes/export.ts';
import { list } from './modes/list.ts';
import { applyLooks } from './modes/looks.ts';
import { replay } from './modes/replay.ts';
import { review } from './modes/review.ts';
import { run } from './modes/run.ts';
import { FileError } from './modes/written-file.ts';
import { ProgressError } from './progress/progress-error.ts';
import { RecordingError } from './record/recording-error.ts';
import { StageError } from './stage/stage-error.ts';
import { sentence } from './text/sentence.ts';
import { makeLinesVisible } from './text/visible-text.ts';

/** Does what the command line asks for and sets the exit code. No stack trace reaches a learner. */
export async function main(words: readonly string[]): Promise<void> {
	try {
		const mode = parseArguments(words);
		applyLooks(mode, process.stdout.isTTY);
		const code = await perform(mode);
		// Not where the output could not be written.
		process.exitCode ??= code;
	} catch (error) {
		const { message, code } = explain(error);
		// It may quote words of the command line, or the name of a file.
		process.stderr.write(`${makeLinesVisible(message)}\n`);
		process.exitCode = code;
	}
}

async function perform(mode: Mode): Promise<number> {
	switch (mode.task) {
		case 'walkthrough': {
			if (mode.plain) {
				return run({ ...mode, ...everyLesson });
			}

			// Only the walkthrough waits for Ink to load.
			const { walkthrough } = await import('./modes/walkthrough.ts');
			return walkthrough(mode);
		}

		case 'review':
			return review(mode);
		case 'run':
			return run(mode);
		case 'list':
			return list(mode);
		case 'doctor':
			return doctor(mode);
		case 'replay':
			return replay(mode);
		case 'export':
			return exportScript(mode);
		case 'check':
			return check(mode);
		case 'cleanup':
			return cleanup(mode);
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
	if (error instanceof UsageError || error instanceof LessonError) {
		return { message: error.message, code: 2 };
	}

	if (
		error instanceof StageError ||
		error instanceof ProgressError ||
		error instanceof RecordingError ||
		error instanceof FileError
	) {
		return { message: error.message, code: 1 };
	}

	return {
		message: `This is a mistake of ours, not yours: ${sentence(error)}. Please report it, with the output of \`containers-under-the-hood doctor --json\`.`,
		code: 1,
	};
}
