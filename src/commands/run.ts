import { runLesson } from '../engine/run/run-lesson.ts';
import { type Pace, type Patience, usualPatience } from '../engine/run/pace.ts';
import { plan } from '../engine/run/plan.ts';
import { count, describeTally, nothingYet } from '../report/summary.ts';
import { checkDirectories } from '../stage/directories.ts';
import { createHost } from '../stage/host.ts';
import { probe } from '../stage/probe.ts';
import type { Invocation } from '../command-line/arguments.ts';
import { readHeader } from './header.ts';
import { finishLeftovers } from './leftovers.ts';
import { choose, loadLessons } from './lessons.ts';
import { loadRecordings } from './recordings.ts';
import { exitOfInterrupted, listenForInterrupts } from '../command-line/signals.ts';
import { createOutput } from './output.ts';
import { traceWhole } from './trace-whole.ts';

/**
 * Runs lessons to their end without questions.
 * @returns 0 where all steps passed or were skipped with a reason, 1 where one failed, 130 after
 * Ctrl-C
 */
export async function run(mode: Invocation & { task: 'run' }): Promise<number> {
	const lessons = choose(await loadLessons(mode.directory), mode.lessons);
	await finishLeftovers();
	checkDirectories();
	const { provisions, stagePlan } = await probe();
	const recordings = await loadRecordings(lessons, provisions);
	using signals = listenForInterrupts();
	using output = createOutput(mode, readHeader(provisions), () => {
		signals.quit(1);
	});
	let tally = nothingYet;
	for (const lesson of lessons) {
		const traces = mode.trace
			? await traceWhole(lesson, { provisions, stagePlan }, signals.signal)
			: undefined;
		await using host = createHost(provisions, stagePlan);
		const planned = plan(lesson, provisions, recordings);
		const pace: Pace = {
			beforeStep: () => Promise.resolve({}),
			commandSignal: signals.commandSignal,
			endsAtFailure: true,
		};
		for await (const event of runLesson(planned, host, pace, signals.signal, patience)) {
			tally = count(tally, event);
			output.write(event);
			// The step that was stopped has been printed; nobody wants the steps after it.
			if (signals.isInterrupted() && event.kind === 'step-finished') {
				break;
			}
			const trace = event.kind === 'step-finished' ? traces?.get(event.step) : undefined;
			if (trace !== undefined) {
				output.write(trace);
			}
		}

		if (signals.signal.aborted) {
			return signals.exitCode();
		}

		if (signals.isInterrupted()) {
			break;
		}
	}

	if (signals.isInterrupted()) {
		output.end(`\nStopped by Ctrl-C, and the rest was not run. ${describeTally(tally)}\n`);
		return exitOfInterrupted;
	}

	output.end(`\n${describeTally(tally)}\n`);
	return tally.failed > 0 ? 1 : 0;
}

/** Nobody looks on, and the machine may be slow or busy. */
const patience: Patience = { ...usualPatience, settle: 5 };
