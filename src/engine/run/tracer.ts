import type { Lesson } from '../../lesson/lesson.ts';
import type { EventOf } from '../words/event.ts';
import type { Host } from '../words/host.ts';
import { plan } from './plan.ts';
import { findTrace, type RecordedStep } from './recorded.ts';
import { sentence } from '../../text/sentence.ts';
import type { State, StepState, Tracing } from './state.ts';
import { traceLesson } from './trace-lesson.ts';
import type { TracingHost } from '../words/tracing-host.ts';

/** How a session finds what steps ask of the kernel. */
export type TracerOptions = {
	/**
	 * Starts a stage of its own with traced terminals. May fail with an error whose message is for
	 * the learner.
	 */
	readonly openHost: () => Promise<TracingHost>;
	/** Reads all recorded steps, the most alike first; called where nothing can be traced. */
	readonly recordings: () => Promise<readonly RecordedStep[]>;
};

/** The session's ways in and out: its state, its `tracing`, and its events. */
type Of = {
	readonly state: () => State;
	readonly show: (tracing: Tracing | undefined) => void;
	readonly publish: (event: EventOf<'traced'>) => void;
};

/** Finds what steps of the open lesson ask of the kernel, one at a time. */
export type Tracer = {
	/** Finds it for the step at this index, from 0; see `Session.trace`. Never rejects. */
	trace(index: number): Promise<void>;
	/** Ends the tracing; resolves when its stage is gone. */
	stop(): Promise<void>;
	readonly isBusy: () => boolean;
};

/** Creates the tracer of one open lesson. */
export function createTracer(
	lesson: Lesson,
	{ provisions }: Pick<Host, 'provisions'>,
	{ openHost, recordings }: TracerOptions,
	{ state, show, publish }: Of,
): Tracer {
	/** The steps that were traced on the way to another, by their index. */
	const known = new Map<number, EventOf<'traced'>>();
	let running: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;

	async function trace(index: number, signal: AbortSignal): Promise<void> {
		let tracing: Tracing = { index, at: undefined, why: undefined };
		try {
			show(tracing);
			const event =
				(await recordedTrace(index)) ??
				(await performAgain(index, signal, (at) => {
					tracing = { ...tracing, at };
					if (!signal.aborted) {
						show(tracing);
					}
				}));
			if (signal.aborted) {
				return;
			}
			if (event === undefined) {
				throw new Error('The step could not be performed once more.');
			}
			publish(event);
			show(undefined);
		} catch (error) {
			if (!signal.aborted) {
				show({ ...tracing, why: sentence(error) });
			}
		} finally {
			if (signal.aborted) {
				show(undefined);
			}
		}
	}

	/**
	 * Returns the trace of a recording, where the step did not run here, or nothing can be traced.
	 */
	async function recordedTrace(index: number): Promise<EventOf<'traced'> | undefined> {
		const step = state().steps[index];
		const planned = lesson.steps[index];
		const cause = provisions.missing.get('strace');
		const missing = step?.phase === 'skipped' ? step.missing : cause === undefined ? [] : [cause];
		if (planned === undefined || missing.length === 0) {
			return undefined;
		}
		const found = findTrace(await recordings(), lesson, planned);
		const { commands = [], on } = found ?? {};
		return { kind: 'traced', step: planned.id, index, commands, on, missing };
	}

	/**
	 * Performs the step at this index, and all before it, on a stage of its own, which is gone when
	 * this resolves.
	 */
	async function performAgain(
		index: number,
		signal: AbortSignal,
		onStep: (index: number) => void,
	): Promise<EventOf<'traced'> | undefined> {
		await using host = await openHost();
		const whole = plan(lesson, host.provisions);
		const lines = editedLines(state().steps);
		const steps = whole.steps.slice(0, index + 1);
		for await (const event of traceLesson({
			plan: { ...whole, steps },
			host,
			signal,
			lines,
			onStep,
		})) {
			known.set(event.index, event);
		}

		return signal.aborted ? undefined : known.get(index);
	}

	return {
		async trace(index) {
			const step = state().steps[index];
			if (step?.trace !== undefined || !hasEnded(step)) {
				return;
			}
			const found = known.get(index);
			if (found !== undefined) {
				publish(found);
				return;
			}

			await this.stop();
			const stop = new AbortController();
			running = { stop, ended: trace(index, stop.signal).finally(() => (running = undefined)) };
			await running.ended;
		},
		async stop() {
			running?.stop.abort();
			await running?.ended;
		},
		isBusy: () => running !== undefined,
	};
}

function hasEnded(step: StepState | undefined): boolean {
	return step !== undefined && !['waiting', 'running'].includes(step.phase);
}

/** Returns the lines that may be edited as the learner edited them, by the index of their step. */
function editedLines(steps: readonly StepState[]): ReadonlyMap<number, string> {
	return new Map(
		steps.flatMap(({ started, commands, phase }, index) => {
			const place = started.commands.findIndex(({ editable }) => editable === true);
			const text = commands[place]?.started.text;
			const isEdited = phase === 'passed' && text !== started.commands[place]?.text;
			return isEdited && text !== undefined ? [[index, text]] : [];
		}),
	);
}
