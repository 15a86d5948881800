import type { EventOf } from '../engine/words/event.ts';
import { plan } from '../engine/run/plan.ts';
import { traceLesson } from '../engine/run/trace-lesson.ts';
import type { Lesson } from '../lesson/lesson.ts';
import type { Probe } from '../stage/probe.ts';
import { createTracingHost } from '../stage/tracing-host.ts';
import { KnownError } from '../text/known-error.ts';

/**
 * Performs a lesson to see what its steps ask of the kernel; returns that by step. Its stage is
 * gone when this resolves, so that the lesson itself sees nothing of it.
 * @throws KnownError where nothing can be traced
 */
export async function traceWhole(
	lesson: Lesson,
	{ provisions, stagePlan }: Pick<Probe, 'provisions' | 'stagePlan'>,
	signal: AbortSignal,
): Promise<ReadonlyMap<string, EventOf<'traced'>>> {
	const missing = provisions.missing.get('strace');
	if (missing !== undefined) {
		throw new KnownError(missing.cause, { fix: missing.fix });
	}
	const traces = new Map<string, EventOf<'traced'>>();
	await using host = createTracingHost(provisions, stagePlan);
	for await (const event of traceLesson({ plan: plan(lesson, provisions), host, signal })) {
		traces.set(event.step, event);
	}

	return traces;
}
