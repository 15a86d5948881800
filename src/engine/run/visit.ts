import type { Step } from '../lesson/lesson.ts';
import { checkStep, type Check } from './check-step.ts';
import type { Console } from './console.ts';
import type { EventOf } from './event.ts';
import type { Host } from './host.ts';
import { observeUntil } from './observe.ts';
import { usualPatience } from './pace.ts';
import type { Snapshot } from './snapshot.ts';

export type Visit = {
	readonly host: Host;
	/** Ends what is waited for after the visit. */
	readonly signal: AbortSignal;
	readonly terminal: string;
	readonly console: Console;
	/** The steps that passed, each with what there was before it. */
	readonly passed: readonly PassedStep[];
};

export type PassedStep = { readonly step: Step; readonly before: Snapshot | undefined };

/**
 * Lends the learner's console to a shell on the stage, and tells afterwards what has changed and which
 * of the things that lessons rely on are so no more. Rejects where there can be no such shell.
 */
export async function visit(visit: Visit): Promise<EventOf<'visited'>> {
	const { host, signal, terminal, console, passed } = visit;
	const before = await host.observe();
	await host.visit(terminal, console);
	const held = stateChecks(passed, before).filter((check) => check.held);
	const { snapshot: after, seen: checks } = await observeUntil(
		{ host, signal, patience: usualPatience },
		(snapshot) =>
			stateChecks(passed, snapshot).filter(({ expectation }) =>
				held.some((one) => one.expectation === expectation),
			),
		(seen) => seen.every((check) => check.held),
	);
	return { kind: 'visited', terminal, before, after, checks };
}

/** What the steps expect of the kernel, and not of a command that is over; each of it once. */
function stateChecks(passed: readonly PassedStep[], after: Snapshot): readonly Check[] {
	const checks = passed.flatMap(({ step, before }) =>
		checkStep(
			step.expectations.filter(({ kind }) => kind !== 'exit' && kind !== 'output'),
			{ before: before ?? after, after, commands: [] },
		),
	);
	return [...new Map(checks.map((check) => [check.expectation, check])).values()];
}
