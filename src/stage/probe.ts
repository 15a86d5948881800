import type { Capabilities } from '../engine/capabilities.ts';
import { type Circumstances, readCircumstances } from '../kernel/circumstances.ts';
import { decide } from './capabilities.ts';
import type { CgroupPlace } from './cgroup/place.ts';
import type { PrivilegeName } from './privilege/privilege.ts';
import { runTrials, type Trials } from './trials.ts';

/** What this machine allows, and how a stage is made on it. */
export type Probe = {
	readonly capabilities: Capabilities;
	readonly circumstances: Circumstances;
	readonly trials: Trials;
	readonly means: Means;
};

/** How a stage is made here. */
export type Means = {
	readonly privilege: PrivilegeName;
	readonly place: CgroupPlace;
	/** The words before a program that trace it; undefined where that cannot be done. */
	readonly strace: readonly string[] | undefined;
};

/** Decides by trying, once; nothing else in the program asks for versions or privileges. It changes nothing. */
export async function probe(): Promise<Probe> {
	const circumstances = readCircumstances();
	const trials = await runTrials(circumstances);
	const capabilities = decide(circumstances, trials);
	const { privilege, cgroup } = trials;
	const place = capabilities.provides.has('limits') ? cgroup.place : ({ version: 'none' } as const);
	const strace = 'words' in trials.strace ? undefined : trials.strace.command;
	return { capabilities, circumstances, trials, means: { privilege, place, strace } };
}
