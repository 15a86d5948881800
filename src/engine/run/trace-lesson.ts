import type { EventOf, LessonEvent } from '../words/event.ts';
import { type Pace, type Patience, usualPatience, withoutPause } from './pace.ts';
import type { Plan } from './plan.ts';
import { runLesson } from './run-lesson.ts';
import { chooseCalls } from '../explain/calls/choose-calls.ts';
import { parseTrace } from '../explain/calls/parse-trace.ts';
import { splitCommands } from '../explain/calls/split-commands.ts';
import type { TracedCommand } from '../words/system-call.ts';
import type { TracingHost } from '../words/tracing-host.ts';

/** What it takes to trace a lesson. */
export type TraceOptions = {
	readonly plan: Plan;
	readonly host: TracingHost;
	/** Aborted to end the events. */
	readonly signal: AbortSignal;
	/**
	 * The lines that may be edited, as the learner edited them, by the index of their step from 0.
	 */
	readonly lines?: ReadonlyMap<number, string>;
	/** Called with the index of a step, from 0, when it begins. */
	readonly onStep?: (index: number) => void;
};

/**
 * Performs a lesson to see what it asks of the kernel, and yields that for each step that ran. How
 * the steps come out is not told: traced programs are slow, and have fewer rights than others.
 */
export async function* traceLesson(tracing: TraceOptions): AsyncGenerator<EventOf<'traced'>> {
	const { plan, host, signal, onStep } = tracing;
	const events = runLesson(plan, host, paceOf(tracing), signal, patience);
	let step: EventOf<'step-started'> | undefined;
	let typed: EventOf<'command-started'>[] = [];
	for await (const event of events) {
		if (event.kind === 'step-started') {
			onStep?.(event.index);
			step = event;
			typed = [];
			// Takes what came of building the starting state, or went on in the background, so that no
			// step gets it.
			await host.takeTrace();
		}

		if (event.kind === 'command-started') {
			typed.push(event);
		}
		if (step !== undefined && hasRun(event)) {
			const { step: id, index } = step;
			const commands = tell(typed, await host.takeTrace());
			yield { kind: 'traced', step: id, index, commands, on: undefined, missing: [] };
		}
	}
}

/** Nobody waits for a step that cannot come out right under strace. */
const patience: Patience = { ...usualPatience, command: 30, settle: 0.5 };

function paceOf({ lines = new Map() }: TraceOptions): Pace {
	const left = new Map(lines);
	return {
		...withoutPause,
		beforeStep(index) {
			const text = left.get(index);
			// The edited line is typed once: where it does not come out right, the step goes on as the
			// lesson has it.
			left.delete(index);
			return Promise.resolve(text === undefined ? {} : { attempt: { kind: 'line', text } });
		},
	};
}

function hasRun(event: LessonEvent): boolean {
	return event.kind === 'step-finished' && event.outcome !== 'skipped';
}

/** Returns what the commands of a step asked, in the order in which they were typed. */
function tell(
	typed: readonly EventOf<'command-started'>[],
	traces: ReadonlyMap<string, string>,
): readonly TracedCommand[] {
	const parts = new Map(
		[...traces].map(([terminal, text]) => {
			const count = typed.filter((one) => one.terminal === terminal).length;
			return [terminal, splitCommands(parseTrace(text), count)];
		}),
	);
	return typed.map(({ terminal, text }) =>
		chooseCalls({ terminal, text }, parts.get(terminal)?.shift() ?? []),
	);
}
