import type { EventOf, LessonEvent } from '../event.ts';
import { type Pace, type Patience, usualPatience, withoutPause } from '../pace.ts';
import type { Plan } from '../plan.ts';
import { runLesson } from '../run-lesson.ts';
import { chooseCalls } from './choose-calls.ts';
import { parseTrace } from './parse-trace.ts';
import { splitCommands } from './split-commands.ts';
import type { TracedCommand } from './system-call.ts';
import type { TracingHost } from './tracing-host.ts';

export type Tracing = {
	readonly plan: Plan;
	readonly host: TracingHost;
	/** Ends the events. */
	readonly signal: AbortSignal;
	/** What the learner has made of the line of a step that may be edited, by the step's index. */
	readonly lines?: ReadonlyMap<number, string>;
	/** Told when a step begins. */
	readonly onStep?: (index: number) => void;
};

/**
 * Does a lesson to see what it asks of the kernel, and tells that of each step that ran. How the
 * steps come out is not told: traced programs are slow, and have fewer rights than others.
 */
export async function* traceLesson(tracing: Tracing): AsyncGenerator<EventOf<'traced'>> {
	const { plan, host, signal, onStep } = tracing;
	const events = runLesson(plan, host, paceOf(tracing), signal, patience);
	let step: EventOf<'step-started'> | undefined;
	let typed: EventOf<'command-started'>[] = [];
	for await (const event of events) {
		if (event.kind === 'step-started') {
			onStep?.(event.index);
			step = event;
			typed = [];
			// What was done to build the starting state, or has gone on in the background.
			await host.takeTrace();
		}

		if (event.kind === 'command-started') typed.push(event);
		if (step !== undefined && hasRun(event)) {
			const { step: id, index } = step;
			const commands = tell(typed, await host.takeTrace());
			yield { kind: 'traced', step: id, index, commands, on: undefined, missing: [] };
		}
	}
}

/** Nobody waits for a step that cannot come out right under strace. */
const patience: Patience = { ...usualPatience, command: 30, settle: 0.5 };

function paceOf({ lines = new Map() }: Tracing): Pace {
	const left = new Map(lines);
	return {
		...withoutPause,
		beforeStep(index) {
			const text = left.get(index);
			// Once: where it does not come out right, the step goes as the lesson has it.
			left.delete(index);
			return Promise.resolve(text === undefined ? {} : { attempt: { kind: 'line', text } });
		},
	};
}

function hasRun(event: LessonEvent): boolean {
	return event.kind === 'step-finished' && event.outcome !== 'skipped';
}

/** In the order in which they were typed. */
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
