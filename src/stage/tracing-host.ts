import type { Capabilities } from '../engine/capabilities.ts';
import type { TracingHost } from '../engine/trace/tracing-host.ts';
import { createHost } from './host.ts';
import type { Means } from './probe.ts';
import { openStage, type Stage } from './stage.ts';
import { createTraceReader, type TraceReader } from './trace-reader.ts';

/** What a trace calls the sandbox, whose path nobody wants to read. */
const here = '…';

/** Milliseconds between two looks at how much a command has written. */
const interval = 200;

/**
 * This machine with traced terminals, on a stage of its own.
 * @throws Error with a sentence where nothing can be traced.
 */
export function createTracingHost(capabilities: Capabilities, means: Means): TracingHost {
	const { strace } = means;
	if (strace === undefined) {
		throw new Error(capabilities.missing.get('strace')?.cause ?? 'Nothing can be traced here.');
	}

	let stage: Stage | undefined;
	const host = createHost(
		capabilities,
		means,
		async () => (stage = await openStage(means, strace)),
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
				if (readers.get(name)?.isFull() === true) full.abort();
			}, interval);
			try {
				yield* host.type(name, text, AbortSignal.any([signal, full.signal]));
				if (stage !== undefined) readerOf(stage, name).expectLine();
			} finally {
				clearInterval(watch);
			}
		},
		async takeTrace() {
			const traces = new Map<string, string>();
			for (const name of stage?.terminals.keys() ?? []) {
				if (stage === undefined) break;
				const text = await readerOf(stage, name).take();
				traces.set(name, text.replaceAll(stage.ledger().sandbox, here));
			}

			return traces;
		},
	};
}
