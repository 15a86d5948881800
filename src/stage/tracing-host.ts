import type { Provisions } from '../engine/words/provisions.ts';
import type { TracingHost } from '../engine/words/tracing-host.ts';
import { createHost } from './host.ts';
import type { StagePlan } from './probe.ts';
import { openStage, type Stage } from './stage.ts';
import { createTraceReader, type TraceReader } from './trace-reader.ts';

/** What stands in a trace for the sandbox, whose path nobody wants to read. */
const here = '…';

/** The milliseconds between two looks at how much a command has written. */
const interval = 200;

/**
 * Creates the host of this machine with traced terminals, on a stage of its own.
 * @throws Error with a sentence where nothing can be traced
 */
export function createTracingHost(provisions: Provisions, stagePlan: StagePlan): TracingHost {
	const { strace } = stagePlan;
	if (strace === undefined) {
		throw new Error(provisions.missing.get('strace')?.cause ?? 'Nothing can be traced here.');
	}

	let stage: Stage | undefined;
	const host = createHost(
		provisions,
		stagePlan,
		async () => (stage = await openStage(stagePlan, strace)),
	);
	const readers = new Map<string, TraceReader>();

	function readerOf({ traceOf }: Stage, name: string): TraceReader {
		const reader = readers.get(name) ?? createTraceReader(traceOf(name));
		readers.set(name, reader);
		return reader;
	}

	return {
		...host,
		async *type(name, text, signal) {
			const full = new AbortController();
			const watch = setInterval(() => {
				if (readers.get(name)?.isFull() === true) {
					full.abort();
				}
			}, interval);
			try {
				yield* host.type(name, text, AbortSignal.any([signal, full.signal]));
				if (stage !== undefined) {
					readerOf(stage, name).expectLine();
				}
			} finally {
				clearInterval(watch);
			}
		},
		async takeTrace() {
			const traces = new Map<string, string>();
			for (const name of stage?.terminals.keys() ?? []) {
				if (stage === undefined) {
					break;
				}
				const text = await readerOf(stage, name).take();
				traces.set(name, text.replaceAll(stage.ledger().sandbox, here));
			}

			return traces;
		},
	};
}
