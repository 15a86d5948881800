import type { Capabilities, Missing } from '../engine/capabilities.ts';
import type { Circumstances } from '../kernel/circumstances.ts';
import { type Requirement, requirements } from '../lesson/requirement.ts';
import { explainAbsence } from './absence.ts';
import { explainObstacle } from './cgroup/obstacle.ts';
import { explainBridge, explainPing, explainQueue } from './refusal/network.ts';
import {
	explainChroot,
	explainMount,
	explainNamespace,
	explainOverlay,
	explainPidNamespace,
	explainPivotRoot,
	explainTheirs,
} from './refusal.ts';
import {
	explainArchitecture,
	explainKeptPrivileges,
	explainNoNewPrivileges,
	explainNoOtherUser,
} from './refusal/privilege.ts';
import { explainTracing } from './refusal/tracing.ts';
import type { Trials } from './trials.ts';

/**
 * What a machine allows, from what it is like and what was tried on it: the only place where that is
 * decided. Everything that is missing gets a cause, which names what blocks it, and a fix. Both are
 * sentences; in a fix, each line to type stands in backticks after a colon.
 */
export function decide(circumstances: Circumstances, trials: Trials): Capabilities {
	const situation = { circumstances, tools: trials.tools };
	const { cgroup, ...tried } = trials;
	const stage = explainAbsence('bash', situation) ?? explainAbsence('coreutils', situation);
	const tools = stage ?? explainAbsence('util-linux', situation);
	const mount =
		tools ?? (tried.mount.length > 0 ? explainMount(tried.mount, situation) : undefined);
	const setpriv = stage ?? explainAbsence('setpriv', situation);
	const netNamespace =
		mount ?? (tried.netNamespace && explainNamespace('net', tried.netNamespace, situation));
	const iproute = explainAbsence('iproute2', situation);
	const obstacle = cgroup.obstacle && explainObstacle(cgroup.obstacle, situation);

	const answers: Readonly<Record<Requirement, Missing | undefined>> = {
		stage,
		chroot: stage ?? explainChrootHere(circumstances, trials, mount),
		mount,
		'pid-namespace':
			mount ?? (tried.pidNamespace && explainPidNamespace(tried.pidNamespace, situation)),
		'pivot-root':
			mount ??
			explainAbsence('pivot_root', situation) ??
			(tried.pivotRoot && explainPivotRoot(tried.pivotRoot, situation)),
		overlay: mount ?? (tried.overlay && explainOverlay(tried.overlay, situation)),
		'user-namespace':
			mount ?? (tried.userNamespace && explainNamespace('user', tried.userNamespace, situation)),
		'net-namespace': netNamespace,
		bridge: netNamespace ?? iproute ?? (tried.bridge && explainBridge(tried.bridge, situation)),
		tc:
			netNamespace ??
			explainAbsence('tc', situation) ??
			(tried.tc && explainQueue(tried.tc, situation)),
		'time-namespace':
			mount ?? (tried.timeNamespace && explainNamespace('time', tried.timeNamespace, situation)),
		// Both may be missing; the mount has steps of its own that tell it.
		limits: stage ?? obstacle ?? mount,
		'cgroup-v1': cgroup.version === 'v1' ? undefined : (obstacle ?? otherVersion('v2')),
		'cgroup-v2': cgroup.version === 'v2' ? undefined : (obstacle ?? otherVersion('v1')),
		'cgroup-tools': explainAbsence('libcgroup', situation),
		'namespace-tools': explainAbsence('namespace-tools', situation),
		hostname: explainAbsence('hostname', situation),
		taskset: explainAbsence('taskset', situation),
		tar: explainAbsence('tar', situation),
		runc:
			mount ??
			explainAbsence('runc', situation) ??
			(tried.runc && explainTheirs('runc', tried.runc, situation)),
		bwrap:
			mount ??
			explainAbsence('bwrap', situation) ??
			(tried.bwrap && explainTheirs('bwrap', tried.bwrap, situation)),
		ldd: explainAbsence('ldd', situation),
		ps: explainAbsence('procps', situation),
		ip: iproute,
		ping:
			netNamespace ??
			iproute ??
			explainAbsence('ping', situation) ??
			(tried.ping && explainPing(tried.ping, situation)),
		setpriv: setpriv ?? (tried.setpriv && explainKeptPrivileges(mount, situation)),
		'other-users': setpriv ?? (tried.otherUser && explainNoOtherUser(mount, situation)),
		'new-privileges': explainNoNewPrivileges(circumstances),
		perl: explainAbsence('perl', situation) ?? explainArchitecture(circumstances),
		strace:
			stage ??
			explainAbsence('strace', situation) ??
			('words' in tried.strace ? explainTracing(tried.strace, situation) : undefined),
		'two-cores': circumstances.machine.cores > 1 ? undefined : oneCore,
	};
	const missing = new Map<Requirement, Missing>();
	for (const requirement of requirements) {
		const answer = answers[requirement];
		if (answer !== undefined) {
			missing.set(requirement, answer);
		}
	}

	return {
		provides: new Set(requirements.filter((requirement) => !missing.has(requirement))),
		missing,
	};
}

/** Others than root need a user namespace for it, so that what refuses this one is the cause. */
function explainChrootHere(
	circumstances: Circumstances,
	{ chroot, tools }: Trials,
	mount: Missing | undefined,
): Missing | undefined {
	if (chroot === undefined) {
		return undefined;
	}

	const isRoot = circumstances.privileges.uid === 0;
	return isRoot || mount === undefined ? explainChroot(chroot, { circumstances, tools }) : mount;
}

const otherVersion = (version: 'v1' | 'v2'): Missing => ({
	cause: `The cpu and memory controllers of this machine are on cgroup ${version}.`,
	fix: 'Nothing to do: the lesson shows both spellings and runs the one of this machine.',
});

const oneCore: Missing = {
	cause: 'This machine has one core, so "one core" and "every core" cannot be told apart.',
	fix: 'Give the machine, if it is a virtual one, a second core.',
};
