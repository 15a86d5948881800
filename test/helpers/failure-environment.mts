import { loadavg } from 'node:os';
import { TestEnvironment } from 'jest-environment-node';

/** What Jest tells of the tests as they run; of that, what is used here. */
type Event = { readonly name: string; readonly test?: { readonly name: string } };

/**
 * Node.js, as Jest's own environment; where a test fails, it also says how busy the machine is, and what the test has
 * asked to be told by `tellOnFailure`: the screen, the events of the step. Jest calls it before anything is cleaned up.
 */
export default class extends TestEnvironment {
	handleTestEvent(event: Event): void {
		if (event.name === 'test_start') {
			this.global.tellOfFailure = [];
		}
		if (event.name === 'test_fn_failure' || event.name === 'hook_failure') {
			const load = loadavg().map((one) => one.toFixed(1));
			// What a run printed may be told by who started it and by who read it.
			const told = new Set((this.global.tellOfFailure ?? []).map((tell) => tell()));
			const what = event.test?.name ?? 'a hook';
			process.stderr.write(
				[`✕ ${what}: failed at load ${load.join(' ')}.`, ...told, ''].join('\n'),
			);
		}
	}
}
