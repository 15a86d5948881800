import { expect } from '@jest/globals';
import pLimit from 'p-limit';
import type { Missing } from '../../src/engine/words/provisions.ts';
import { readControllerPlaces } from '../../src/kernel/controllers.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { type Inventory, leftSince, takeInventory } from '../helpers/inventory.ts';
import { complete } from './debian-root.ts';
import { dockerTests } from './docker/docker-tests.ts';
import { buildProgram, image } from './docker/image.ts';
import { performIn } from './docker/run.ts';
import {
	besidesOthers,
	everything,
	type Passed,
	passedIn,
	withoutChroot,
	withoutLimits,
	withoutMounts,
	withoutPidNamespaces,
} from './passed.ts';
import { keep, type Result, resultOf } from './result.ts';

const { check, daemon } = dockerTests(complete, buildProgram);

/** On cgroup v2 a cgroup that has processes, as the container's own, can hand on no controllers. */
const asTheCgroupsAllow =
	readControllerPlaces(thisMachine).cpu?.version === 'v2' ? withoutLimits : everything;

const user = ['--user', 'node'];
// Where the host has AppArmor, its profile for containers forbids every mount.
const noProfile = ['--security-opt', 'apparmor=unconfined'];
const noFilter = [...noProfile, '--security-opt', 'seccomp=unconfined'];
const noMasks = ['--security-opt', 'systempaths=unconfined'];
const hostsCgroups = ['--volume', '/sys/fs/cgroup:/sys/fs/cgroup'];

const seccomp = /^A seccomp filter forbids making namespaces/;
const seccompAsRoot = /^A seccomp filter forbids .*, and root has no CAP_SYS_ADMIN here/;
const masks = /^Parts of \/proc are masked here/;
const readOnly = /^\/sys\/fs\/cgroup\S* is mounted read-only/;
const onlyRoot = /only root may make cgroups|Only systemd delegates cgroups/;
const userNamespace = /in a user namespace, which the sandbox has here, they cannot be mounted/;

type Kind = {
	readonly kind: string;
	readonly flags: readonly string[];
	readonly passed: Passed;
	readonly causes: readonly RegExp[];
};

const kinds: readonly Kind[] = [
	{
		kind: 'docker-default-root',
		flags: [],
		passed: withoutMounts,
		causes: [seccompAsRoot, readOnly],
	},
	{
		kind: 'docker-default-user',
		flags: user,
		passed: withoutChroot,
		causes: [seccomp, readOnly],
	},
	{
		kind: 'docker-no-seccomp-user',
		flags: [...user, ...noFilter],
		passed: withoutPidNamespaces,
		causes: [masks, readOnly],
	},
	{
		kind: 'docker-no-masks-user',
		flags: [...user, ...noMasks],
		passed: withoutChroot,
		causes: [seccomp, readOnly],
	},
	{
		kind: 'docker-no-seccomp-no-masks-user',
		flags: [...user, ...noFilter, ...noMasks],
		passed: withoutLimits,
		causes: [readOnly],
	},
	{
		kind: 'docker-sys-admin-root',
		flags: [...noProfile, '--cap-add', 'SYS_ADMIN'],
		passed: { ...withoutLimits, 5: 11, 7: 1, 8: 1, 9: 7, 13: 0 },
		causes: [
			/without CAP_NET_ADMIN/,
			readOnly,
			/without CAP_SYS_TIME/,
			/^A seccomp filter forbids pivot_root/,
		],
	},
	{
		kind: 'docker-read-only-root',
		flags: ['--read-only', '--tmpfs', '/tmp:exec'],
		passed: withoutMounts,
		causes: [seccompAsRoot, readOnly],
	},
	{
		kind: 'docker-privileged-user',
		flags: ['--privileged', ...user],
		passed: withoutLimits,
		causes: [onlyRoot],
	},
	{
		kind: 'docker-privileged-private-root',
		flags: ['--privileged', '--cgroupns=private'],
		passed: asTheCgroupsAllow,
		causes: asTheCgroupsAllow === everything ? [] : [/hands only these controllers on/],
	},
	{
		kind: 'docker-privileged-root',
		flags: ['--privileged', '--cgroupns=host'],
		passed: everything,
		causes: [],
	},
];

for (const { kind, flags, passed, causes } of kinds) {
	check(`${kind}: ${flags.join(' ') || 'no flags'}`, async () => {
		beginAll();
		const { result, left } = await run(flags);
		keep(kind, result);
		expect(passedIn(result)).toEqual(passed);
		expect(result.causes.map(({ cause }) => cause)).toEqual(
			causes.map((cause): unknown => expect.stringMatching(cause)),
		);
		expect(left).toEqual([]);
	});
}

check('none of them leaves anything on the host', async () => {
	const before = beginAll();
	await Promise.all(kinds.map(({ flags }) => run(flags)));
	expect(await leftSince(before, 5000)).toEqual([]);
});

check('where root has the cgroups but no CAP_SYS_ADMIN, all but the limits runs', async () => {
	const flags = [...noFilter, ...noMasks, '--cgroupns=host', ...hostsCgroups];
	const { result } = await run(flags);
	const isV2 = asTheCgroupsAllow !== everything;
	expect(passedIn(result)).toEqual(isV2 ? everything : withoutLimits);
	expect(result.causes.map(({ cause }) => cause)).toEqual(
		isV2 ? [] : [expect.stringMatching(userNamespace)],
	);
});

for (const [who, flags] of [
	['root', []],
	['an ordinary user', user],
] as const) {
	check(
		`${who} who starts with the flags that are proposed, and again, sees everything`,
		async () => {
			const first = await run(flags);
			const [namespaces, limits] = first.result.causes.map(flagsOf);
			// The first cause is why there are no namespaces; the flags against it bring all but the limits.
			const second = await run([...flags, ...(namespaces ?? [])]);
			expect(passedIn(second.result)).toEqual(withoutLimits);
			expect(second.result.causes.map(flagsOf)).toEqual([limits]);
			const third = await run([...flags, ...(limits ?? [])]);
			expect(passedIn(third.result)).toEqual(everything);
			expect(third.result.causes).toEqual([]);
		},
	);
}

check(
	'root with CAP_SYS_ADMIN who adds what is proposed for each cause sees all but the limits',
	async () => {
		const flags = [...noProfile, '--cap-add', 'SYS_ADMIN'];
		const first = await run(flags);
		const others = first.result.causes.filter(({ cause }) => !readOnly.test(cause));
		const second = await run([...flags, ...others.flatMap(flagsOf)]);
		expect(passedIn(second.result)).toEqual(withoutLimits);
		expect(second.result.causes.map(({ cause }) => cause)).toEqual([
			expect.stringMatching(readOnly),
		]);
	},
);

/** What a fix proposes, word for word. */
const flagsOf = ({ fix }: Missing): readonly string[] =>
	/`docker run (.*) …`\.$/.exec(fix)?.[1]?.split(' ') ?? [];

type Ran = { readonly result: Result; readonly left: readonly string[] };

const ran = new Map<string, Promise<Ran>>();

let before: Inventory | undefined;

/**
 * Begins every kind, so that each test waits for its own.
 * @returns what was on the host before that
 */
function beginAll(): Inventory {
	before ??= takeInventory();
	for (const { flags } of kinds) {
		run(flags).catch(() => undefined);
	}
	return before;
}

/** A lesson sleeps for most of its time. */
const fewAtOnce = pLimit(3);
/** Two that measure what a core gives would take it from each other. */
const oneAtATime = pLimit(1);

/** All lessons, in a new container, to their end; once only for the tests that ask for the same container. */
function run(flags: readonly string[]): Promise<Ran> {
	const key = flags.join(' ');
	const mayLimit = flags.some((flag) => /privileged|cgroup/.test(flag));
	const known =
		ran.get(key) ?? fewAtOnce(() => (mayLimit ? oneAtATime(() => runAnew(flags)) : runAnew(flags)));
	ran.set(key, known);
	return known;
}

async function runAnew(flags: readonly string[]): Promise<Ran> {
	const { exitCode, stdout, stderr, left } = await performIn(daemon(), image, flags, [
		...['run', '--json'],
	]);
	const result = await resultOf(stdout);
	expect(stderr).toBe('');
	expect(result.failures).toEqual([]);
	expect(exitCode).toBe(0);
	// There is neither runc nor bwrap in the image, whatever the flags.
	return { result: { ...result, causes: besidesOthers(result) }, left };
}
