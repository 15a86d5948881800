import type { Store } from '../engine/run/store.ts';
import type { Model } from './model.ts';

/**
 * Tells every second for how many seconds the current command has been running.
 * @returns stops it
 */
export function watchClock(model: Store<Model>, tell: (seconds: number) => void): () => void {
	let current: object | undefined;
	let timer: NodeJS.Timeout | undefined;

	const look = () => {
		const running = runningCommand(model.get());
		if (running === current) {
			return;
		}
		current = running;
		clearInterval(timer);
		if (!running) {
			return;
		}
		const since = performance.now();
		timer = setInterval(() => {
			tell(Math.round((performance.now() - since) / 1000));
		}, 1000);
		// It must not keep a program alive that has nothing else to do.
		timer.unref();
		tell(0);
	};

	const unsubscribe = model.subscribe(look);
	return () => {
		unsubscribe();
		clearInterval(timer);
	};
}

/** The event that started it stands for the command; it stays the same while output is added. */
function runningCommand({ state }: Model): object | undefined {
	const last = state.steps.at(-1)?.commands.at(-1);
	return last && !last.exited ? last.started : undefined;
}
