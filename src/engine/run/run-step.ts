import { awaitChallenge } from './await-challenge.ts';
import { checkStep, expectedExit } from '../judge/check-step.ts';
import type { Check } from '../words/verdict.ts';
import { type CommandResult, notTyped, trouble } from '../words/command-result.ts';
import type { EventOf, LessonEvent } from '../words/event.ts';
import { fillIn, hasFacts } from '../judge/fill-in.ts';
import { guarded } from './guarded.ts';
import { innermostShell } from '../words/look-up.ts';
import { askFor, observeUntil } from './observe.ts';
import type { PlannedStep } from './plan.ts';
import { prove } from './prove.ts';
import type { Run } from './run.ts';
import { sentence } from '../../text/sentence.ts';
import type { Snapshot } from '../words/snapshot.ts';
import { recordedEvent, stepFinished, stepStarted } from './step-events.ts';
import { typeCommand } from './type-command.ts';
import { whyNotStartable } from '../explain/why-not-startable.ts';
import { withMeaning } from '../explain/with-meaning.ts';

/** Performs one step and yields its events. Never throws: an error fails the step. */
export async function* runStep(
	run: Run,
	planned: PlannedStep,
	index: number,
): AsyncGenerator<LessonEvent> {
	const { step, missing, recorded } = planned;
	yield await stepStarted(run, planned, index);
	if (missing.length > 0) {
		if (recorded !== undefined) {
			yield recordedEvent(recorded);
		}

		yield stepFinished(step, 'skipped', undefined, missing);
		// The learner has something to read first.
		await run.pace.beforeStep(index, run.signal);
		return;
	}

	try {
		const why =
			step.kind === 'challenge'
				? yield* meetChallenge(run, planned, index)
				: yield* performWhenAsked(run, planned, index);
		if (!run.signal.aborted) {
			yield stepFinished(step, why === undefined ? 'passed' : 'failed', why);
		}
	} catch (error) {
		if (!run.signal.aborted) {
			yield stepFinished(step, 'failed', sentence(error));
		}
	}
}

/**
 * Performs a step once the learner lets it run. An edited line that does not do what was asked for
 * may be edited again. Returns why the step has failed; undefined where it passed.
 */
async function* performWhenAsked(
	run: Run,
	planned: PlannedStep,
	index: number,
): AsyncGenerator<LessonEvent, string | undefined> {
	let isAsked = planned.step.question !== undefined;
	for (;;) {
		const { answer, attempt } = await run.pace.beforeStep(index, run.signal);
		if (answer !== undefined && isAsked) {
			yield { kind: 'predicted', answer };
			isAsked = false;
		}

		if (run.signal.aborted) {
			return undefined;
		}
		const line = attempt?.kind === 'line' ? attempt.text : undefined;
		const why = yield* performStep(run, planned, line);
		if (line === undefined || why === undefined) {
			return why;
		}
	}
}

/**
 * Waits for the learner to do a challenge, or performs it as the lesson has it. Returns why the
 * step has failed; undefined where it passed.
 */
async function* meetChallenge(
	run: Run,
	planned: PlannedStep,
	index: number,
): AsyncGenerator<LessonEvent, string | undefined> {
	const done = yield* awaitChallenge(run, planned, index);
	if (run.signal.aborted) {
		return undefined;
	}
	if (done === undefined) {
		return yield* performStep(run, planned);
	}
	const { before, after, checks } = done;
	yield { kind: 'observed', when: 'before', snapshot: before };
	yield { kind: 'observed', when: 'after', snapshot: after };
	yield* checks.map(toEvent);
	yield* conclude(run, planned, [after, before]);
	return undefined;
}

/**
 * Performs the commands of a step and checks what became of them. Returns why the step has failed,
 * or why an attempt was in vain.
 * @param line The line of a modify step, as the learner edited it.
 */
async function* performStep(
	run: Run,
	planned: PlannedStep,
	line?: string,
): AsyncGenerator<LessonEvent, string | undefined> {
	const { step, commands, proofs } = planned;
	if (commands.length === 0 && step.expectations.length === 0) {
		const seen = hasFacts(step.after) || proofs.length > 0 ? [await run.host.observe()] : [];
		yield* conclude(run, planned, seen);
		return undefined;
	}

	const before = await run.host.observe();
	yield { kind: 'observed', when: 'before', snapshot: before };
	const { results, why } = yield* typeCommands(run, planned, line);
	if (run.signal.aborted) {
		return undefined;
	}

	const { snapshot: after, seen: checks } = await observeUntil(
		run,
		(after) => checkStep(step.expectations, { before, after, commands: results }),
		(checks) => why !== undefined || checks.every(({ held }) => held),
	);
	const { provisions } = run.host;
	const reason =
		why === undefined
			? withMeaning(whyNot(checks), suspects(results, checks), provisions)
			: (withLink(why, planned, results, after) ??
				withMeaning(why, results.filter(isTyped).slice(-1), provisions));
	if (reason !== undefined && line !== undefined) {
		yield { kind: 'tried', checks, why: why === undefined ? undefined : reason };
		return reason;
	}

	yield { kind: 'observed', when: 'after', snapshot: after };
	yield* checks.map(toEvent);
	if (reason === undefined) {
		yield* conclude(run, planned, [after, before]);
	}

	return reason;
}

/** Types the commands until one does not do what the lesson says; those after it are not typed. */
async function* typeCommands(run: Run, { step, commands }: PlannedStep, line?: string) {
	const results: CommandResult[] = commands.map(({ text }) => notTyped(text));
	for (const [index, command] of commands.entries()) {
		results[index] =
			line !== undefined && command.role === 'modify'
				? yield* typeCommand(run, command, line, guarded(line))
				: yield* typeCommand(run, command, await askFor(run, command.text));
		const expected = expectedExit(step.expectations, results, index);
		const why = trouble(results[index], expected, run.patience.command);
		if (why !== undefined || run.signal.aborted) {
			return { results, why };
		}
	}

	return { results, why: undefined };
}

/** Yields why a step that has passed turned out so, and what that rests on. */
async function* conclude(
	run: Run,
	{ step: { after }, proofs }: PlannedStep,
	snapshots: readonly Snapshot[],
): AsyncGenerator<LessonEvent> {
	if (after !== '') {
		yield { kind: 'explained', text: fillIn(after, ...snapshots) };
	}

	yield* prove(run, proofs, snapshots);
}

function toEvent(check: Check): EventOf<'checked'> {
	return { kind: 'checked', ...check };
}

/**
 * Adds to the reason of a failure which link to a program is missing, where that is why it could
 * not be started.
 */
function withLink(
	why: string,
	{ commands }: PlannedStep,
	results: readonly CommandResult[],
	after: Snapshot,
): string | undefined {
	const last = results.findLastIndex(isTyped);
	const { exit, text = '' } = results[last] ?? {};
	const root = innermostShell(after, commands[last]?.terminal ?? '')?.root ?? '/';
	const link = exit === 126 || exit === 127 ? whyNotStartable(text, root, after) : undefined;
	return link === undefined ? undefined : `${why} ${link}`;
}

const isTyped = ({ exit }: CommandResult) => exit !== undefined;

function whyNot(checks: readonly Check[]): string | undefined {
	const failed = checks.find(({ held }) => !held);
	return failed && `Expected: ${failed.expectation}. Seen: ${failed.seen}.`;
}

/**
 * Returns the commands that may be to blame. Where each of them ended as it was expected to, none
 * is, unless one said something else than it should have.
 */
function suspects(
	results: readonly CommandResult[],
	checks: readonly Check[],
): readonly CommandResult[] {
	const isAboutOutput = /^output[ :]/.test(checks.find(({ held }) => !held)?.expectation ?? '');
	return results.filter(({ exit }) => exit === 0 || isAboutOutput);
}
