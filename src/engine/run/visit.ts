import type { Step } from '../../lesson/lesson.ts';
import { checkStep } from '../judge/check-step.ts';
import type { Check } from '../words/verdict.ts';
import type { Console } from '../words/console.ts';
import type { EventOf } from '../words/event.ts';
import type { Host } from '../words/host.ts';
import { observeUntil } from './observe.ts';
import { usualPatience } from './pace.ts';
import type { Snapshot } from '../words/snapshot.ts';

/** What a visit takes. */
export type Visit = {
	readonly host: Host;
	/** Aborted to end what is waited for after the visit. */
	readonly signal: AbortSignal;
	readonly terminal: string;
	readonly console: Console;
	/** The steps that passed, each with the look before it. */
	readonly passed: readonly PassedStep[];
};

type PassedStep = { readonly step: Step; readonly before: Snapshot | undefined };

/**
 * Lends the learner's console to a shell on the stage, and returns afterwards what has changed, and
 * which of the things that lessons rely on no longer hold. Rejects where no such shell can be
 * started.
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

/** Checks, once each, what the steps expect of the kernel, and not of a command that is over. */
function stateChecks(passed: readonly PassedStep[], after: Snapshot): readonly Check[] {
	const checks = passed.flatMap(({ step, before }) =>
		checkStep(
			step.expectations.filter(({ kind }) => kind !== 'exit' && kind !== 'output'),
			{ before: before ?? after, after, commands: [] },
		),
	);
	return [...new Map(checks.map((check) => [check.expectation, check])).values()];
}
