import type { EventOf } from '../engine/event.ts';
import { plan } from '../engine/plan.ts';
import { traceLesson } from '../engine/trace/trace-lesson.ts';
import type { Lesson } from '../lesson/lesson.ts';
import type { Probe } from '../stage/probe.ts';
import { StageError } from '../stage/stage-error.ts';
import { createTracingHost } from '../stage/tracing-host.ts';

/**
 * Does a lesson to see what its steps ask of the kernel, by step. Its stage is gone again when this
 * resolves, so that the lesson itself sees nothing of it.
 * @throws StageError where nothing can be traced.
 */
export async function traceWhole(
	lesson: Lesson,
	{ capabilities, means }: Pick<Probe, 'capabilities' | 'means'>,
	signal: AbortSignal,
): Promise<ReadonlyMap<string, EventOf<'traced'>>> {
	const missing = capabilities.missing.get('strace');
	if (missing !== undefined) throw new StageError(missing.cause, missing.fix);
	const traces = new Map<string, EventOf<'traced'>>();
	await using host = createTracingHost(capabilities, means);
	for await (const event of traceLesson({ plan: plan(lesson, capabilities), host, signal })) {
		traces.set(event.step, event);
	}

	return traces;
}
