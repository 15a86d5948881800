import type { Command, Lesson, Step } from '../../lesson/lesson.ts';
import type { Proof } from '../../lesson/proof.ts';
import type { Condition, Requirement } from '../../lesson/requirement.ts';
import type { Provisions, Missing } from '../words/provisions.ts';
import type { TypedLine } from '../words/event.ts';
import { findRecorded, type RecordedStep } from './recorded.ts';

/**
 * A lesson as it will run on this machine. Everything that depends on the machine is decided here.
 */
export type Plan = {
	readonly lesson: Lesson;
	readonly setup: readonly Command[];
	readonly steps: readonly PlannedStep[];
};

/** A step as it will run on this machine. */
export type PlannedStep = {
	readonly step: Step;
	/** The commands whose conditions hold here. */
	readonly commands: readonly Command[];
	readonly elsewhere: OtherSpelling | undefined;
	/** The proofs whose conditions hold here. */
	readonly proofs: readonly Proof[];
	/** Why the step is skipped; empty where it is not. */
	readonly missing: readonly Missing[];
	/** The step as it ran elsewhere; only for one that is skipped here. */
	readonly recorded: RecordedStep | undefined;
};

/** The same step as it is typed on the other version of cgroups, with the same tools. */
type OtherSpelling = {
	readonly version: 'v1' | 'v2';
	readonly commands: readonly TypedLine[];
};

/**
 * Decides how a lesson will run on this machine.
 * @param recordings The recorded steps that may be shown in place of those that are skipped, the
 * most alike first.
 */
export function plan(
	lesson: Lesson,
	provisions: Provisions,
	recordings: readonly RecordedStep[] = [],
): Plan {
	const { provides } = provisions;
	return {
		lesson,
		setup: forConditions(lesson.setup, provides),
		steps: lesson.steps.map((step) => {
			const causes = missing(step, provisions);
			return {
				step,
				commands: forConditions(step.commands, provides),
				elsewhere: otherSpelling(step, provides),
				proofs: forConditions(step.proofs, provides),
				missing: causes,
				recorded: causes.length === 0 ? undefined : findRecorded(recordings, lesson, step),
			};
		}),
	};
}

/** How much of a lesson can be done here: all steps, some, or none of those that do anything. */
export type Readiness = {
	readonly verdict: 'ready' | 'limited' | 'not here';
	readonly causes: readonly Missing[];
};

/** Returns how much of a lesson can be done here, and why not all of it. */
export function readiness({ steps }: Plan): Readiness {
	const causes = unique(steps.flatMap((step) => step.missing));
	const active = steps.filter(({ step }) => step.commands.length > 0);
	const canAct = active.length === 0 || active.some((step) => step.missing.length === 0);
	return {
		verdict: causes.length === 0 ? 'ready' : canAct ? 'limited' : 'not here',
		causes,
	};
}

function forConditions<Part extends { readonly when: readonly Condition[] }>(
	parts: readonly Part[],
	provides: ReadonlySet<Requirement>,
): readonly Part[] {
	return parts.filter(({ when }) => when.every((one) => holds(one, provides)));
}

function holds(condition: Condition, provides: ReadonlySet<Requirement>): boolean {
	return condition.startsWith('no-')
		? !provides.has(condition.slice('no-'.length) as Requirement)
		: provides.has(condition as Requirement);
}

function otherSpelling(step: Step, provides: ReadonlySet<Requirement>): OtherSpelling | undefined {
	if (!step.commands.some((command) => command.when.some(isAboutVersion))) {
		return undefined;
	}

	const version = provides.has('cgroup-v2') ? 'v1' : 'v2';
	const others = new Set(provides);
	others.delete('cgroup-v1');
	others.delete('cgroup-v2');
	others.add(`cgroup-${version}`);
	const commands = forConditions(step.commands, others);
	return { version, commands: commands.map(({ terminal, text }) => ({ terminal, text })) };
}

function isAboutVersion(condition: Condition): boolean {
	return /cgroup-v[12]$/.test(condition);
}

function missing(step: Step, provisions: Provisions): Missing[] {
	const needs = new Set<Requirement>(step.commands.length > 0 ? ['stage'] : []);
	for (const need of step.needs) {
		needs.add(need);
	}

	const absent = [...needs].filter((need) => !provisions.provides.has(need));
	return unique(absent.map((need) => provisions.missing.get(need) ?? unexplained(need)));
}

function unexplained(need: Requirement): Missing {
	return {
		cause: `This machine does not provide "${need}", and nobody said why.`,
		fix: 'Please report this.',
	};
}

/** Returns causes without repetition: a single one often takes several requirements away. */
function unique(all: readonly Missing[]): Missing[] {
	return [...new Map(all.map((one) => [one.cause, one])).values()];
}
