import type { Run } from './run.ts';

/** What may end a command before it ends by itself. */
export type CommandStop = {
	/** Aborted when the command is to be interrupted. */
	readonly signal: AbortSignal;
	/**
	 * Resolves when nothing more is to be awaited of the command: the run has ended, or its terminal
	 * does not answer.
	 */
	readonly givenUp: Promise<undefined>;
	by(): 'learner' | 'limit' | 'end' | undefined;
	/** Stops the clock; must be called when the command has ended. */
	release(): void;
};

/**
 * Creates the stop of one command: the learner, the time limit or the end of the run may trip it.
 */
export function createCommandStop({ pace, patience, signal }: Run): CommandStop {
	const stop = new AbortController();
	const over = new AbortController();
	let by: ReturnType<CommandStop['by']>;

	function stopBy(who: typeof by) {
		by ??= who;
		stop.abort();
	}

	const limit = setTimeout(stopBy, patience.command * 1000, 'limit');
	let mute: NodeJS.Timeout | undefined;
	const givenUp = new Promise<undefined>((resolve) => {
		whenAborted(stop.signal, over.signal, () => {
			mute = setTimeout(resolve, patience.interrupt * 1000, undefined);
		});
		whenAborted(signal, over.signal, () => {
			resolve(undefined);
		});
	});
	whenAborted(pace.commandSignal(), over.signal, () => {
		stopBy('learner');
	});
	whenAborted(signal, over.signal, () => {
		stopBy('end');
	});

	return {
		signal: stop.signal,
		givenUp,
		by: () => by,
		release() {
			over.abort();
			clearTimeout(limit);
			clearTimeout(mute);
		},
	};
}

function whenAborted(signal: AbortSignal, until: AbortSignal, action: () => void) {
	if (signal.aborted) {
		action();
	} else {
		signal.addEventListener('abort', action, { once: true, signal: until });
	}
}
