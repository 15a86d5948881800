import type { Provisions } from '../engine/words/provisions.ts';
import { type Circumstances, readCircumstances } from '../kernel/circumstances.ts';
import { thisMachine } from '../kernel/port/this-machine.ts';
import { decide } from '../machine/provisions.ts';
import type { CgroupPlace } from '../machine/cgroup-place.ts';
import type { PrivilegeName, Trials } from '../machine/trials.ts';
import { runTrials } from './trials.ts';

/** What this machine allows, and how a stage is made on it. */
export type Probe = {
	readonly provisions: Provisions;
	readonly circumstances: Circumstances;
	readonly trials: Trials;
	readonly stagePlan: StagePlan;
};

/** How a stage is made here. */
export type StagePlan = {
	readonly privilege: PrivilegeName;
	readonly place: CgroupPlace;
	/** The words before a program that trace it; undefined where nothing can be traced. */
	readonly strace: readonly string[] | undefined;
};

/**
 * Finds out, once and by trying, what this machine allows; nothing else in the program asks for
 * versions or privileges. It changes nothing.
 */
export async function probe(): Promise<Probe> {
	const circumstances = readCircumstances(thisMachine);
	const trials = await runTrials(circumstances);
	const provisions = decide(circumstances, trials);
	const { privilege, cgroup } = trials;
	const place = provisions.provides.has('limits') ? cgroup.place : ({ version: 'none' } as const);
	const strace = 'words' in trials.strace ? undefined : trials.strace.command;
	return { provisions, circumstances, trials, stagePlan: { privilege, place, strace } };
}
