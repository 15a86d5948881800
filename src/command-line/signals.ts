/** The request to end the program, from the system or the keyboard. */
export type Termination = Disposable & {
	/** Aborted when the program is to end; what is on the stage is then removed. */
	readonly signal: AbortSignal;
	/** Returns 0, or the code by which a shell reports the signal: 128 and its number; signal(7). */
	readonly exitCode: () => number;
	readonly quit: (exitCode: number) => void;
};

/** The exit code by which a shell reports SIGINT. */
export const exitOfInterrupted = 130;
const exitCodes = { SIGTERM: 143, SIGHUP: 129 } as const;

/** Listens for SIGTERM and SIGHUP, which then lead to clean-up instead of an end at once. */
export function listenForTermination(): Termination {
	const termination = new AbortController();
	let exitCode = 0;
	const quit = (code: number) => {
		// The first reason is the one that is reported.
		if (!termination.signal.aborted) {
			exitCode = code;
		}
		termination.abort();
	};

	const listeners = Object.entries(exitCodes).map(([name, code]) => {
		const listener = () => {
			quit(code);
		};

		process.on(name, listener);
		return () => process.off(name, listener);
	});
	return {
		signal: termination.signal,
		exitCode: () => exitCode,
		quit,
		[Symbol.dispose]() {
			listeners.forEach((remove) => remove());
		},
	};
}

/**
 * Quits when the terminal goes away. If it is not the controlling one (`setsid`, `su -c`), no
 * SIGHUP comes: only the end of standard input, or an error on it, tells.
 */
export function quitWithTerminal({ quit }: Termination): void {
	const hangUp = () => {
		// SIGHUP may still come when nobody else listens to it any more, and Ink would end the program
		// by it.
		process.on('SIGHUP', () => undefined);
		quit(exitCodes.SIGHUP);
	};

	process.stdin.on('end', hangUp).on('error', hangUp);
}

/** The request to end the program, or only a command that runs. */
export type Interruption = Termination & {
	/** Returns the signal for the command that is about to run. */
	readonly commandSignal: () => AbortSignal;
	/** Whether a command was stopped, or the next one will be. */
	readonly isInterrupted: () => boolean;
};

/**
 * Listens for Ctrl-C as well, where no screen takes the key: the first stops the command that runs,
 * the second quits at once.
 */
export function listenForInterrupts(): Interruption {
	const termination = listenForTermination();
	let command = new AbortController();
	let isInterrupted = false;
	const listener = () => {
		if (isInterrupted) {
			termination.quit(exitOfInterrupted);
		} else {
			isInterrupted = true;
			command.abort();
			process.stderr.write('Stopping. Press Ctrl-C again to quit at once.\n');
		}
	};

	process.on('SIGINT', listener);
	return {
		...termination,
		commandSignal() {
			command = new AbortController();
			if (isInterrupted) {
				command.abort();
			}
			return command.signal;
		},
		isInterrupted: () => isInterrupted,
		[Symbol.dispose]() {
			process.off('SIGINT', listener);
			termination[Symbol.dispose]();
		},
	};
}
