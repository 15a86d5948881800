import { check, forward, literal, optional, pipe, string, union } from 'valibot';
import type { Identity } from '../kernel/identity.ts';
import type { StageCgroup } from '../kernel/limits/stage-cgroup.ts';
import type { PrivilegeName } from '../machine/trials.ts';
import { fields } from '../schema/fields.ts';
import { absolutePath, byName, count, oneOf } from '../schema/values.ts';

/** The format of the ledgers that this version writes and reads. */
export const currentFormat = 1;

/**
 * Everything that one stage has, or is about to have, on this machine. Written before any of it is created and
 * removed after all of it is gone, so that the next start can finish what a killed run left.
 */
export type Ledger = {
	readonly format: typeof currentFormat;
	readonly base: string;
	readonly id: string;
	/** Holds the marker, the terminals' pipes and the sandbox. */
	readonly directory: string;
	/** Where the lessons' commands run. */
	readonly sandbox: string;
	readonly privilege: PrivilegeName;
	readonly cgroup: StageCgroup;
	readonly driver: Identity | undefined;
	readonly guard: Identity | undefined;
};

type CgroupOf<Version> = Extract<StageCgroup, { version: Version }>;

const cgroup = union([
	fields<CgroupOf<'v1'>>({ version: literal('v1'), directories: byName(absolutePath) }),
	fields<CgroupOf<'v2'>>({ version: literal('v2'), directory: absolutePath }),
	fields<CgroupOf<'none'>>({ version: literal('none') }),
]);

const identity = fields<Identity>({ pid: count, startTime: count, bootId: string() });

/**
 * The schema of a ledger. What it names is killed and removed: a sandbox anywhere but in the stage's own
 * directory is none of ours.
 */
export const ledgerSchema = pipe(
	fields<Ledger>({
		format: literal(currentFormat),
		base: absolutePath,
		id: string(),
		directory: absolutePath,
		sandbox: absolutePath,
		privilege: oneOf<PrivilegeName>({ root: 'root', rootless: 'rootless', none: 'none' }),
		cgroup,
		driver: optional(identity),
		guard: optional(identity),
	}),
	forward(
		check(({ directory, sandbox }) => sandbox.startsWith(`${directory}/`)),
		['sandbox'],
	),
);
