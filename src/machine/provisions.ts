import type { Provisions, Missing } from '../engine/words/provisions.ts';
import type { Circumstances } from '../kernel/circumstances.ts';
import { type Requirement, requirements } from '../lesson/requirement.ts';
import { explainAbsence } from './missing-tools.ts';
import { explainObstacle } from './cgroup-obstacle.ts';
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
import type { FoundPlace } from './cgroup-place.ts';
import type { Trials } from './trials.ts';

/**
 * Decides what a machine allows, from what it is like and what was tried on it; this is the only
 * place where that is decided. Everything that is missing gets a cause, which names what blocks it,
 * and a fix. Both are sentences; in a fix, each line to type stands in backticks after a colon:
 * ``Install it: `apt-get install strace` ``.
 */
export function decide(circumstances: Circumstances, trials: Trials): Provisions {
	const findings = { circumstances, tools: trials.tools };
	const { cgroup, ...tried } = trials;
	const stage = explainAbsence('bash', findings) ?? explainAbsence('coreutils', findings);
	const tools = stage ?? explainAbsence('util-linux', findings);
	const mount = tools ?? (tried.mount.length > 0 ? explainMount(tried.mount, findings) : undefined);
	const setpriv = stage ?? explainAbsence('setpriv', findings);
	const netNamespace =
		mount ?? (tried.netNamespace && explainNamespace('net', tried.netNamespace, findings));
	const iproute = explainAbsence('iproute2', findings);
	const obstacle = cgroup.obstacle && explainObstacle(cgroup.obstacle, findings);

	const answers: Readonly<Record<Requirement, Missing | undefined>> = {
		stage,
		chroot: stage ?? explainChrootHere(circumstances, trials, mount),
		mount,
		'pid-namespace':
			mount ?? (tried.pidNamespace && explainPidNamespace(tried.pidNamespace, findings)),
		'pivot-root':
			mount ??
			explainAbsence('pivot_root', findings) ??
			(tried.pivotRoot && explainPivotRoot(tried.pivotRoot, findings)),
		overlay: mount ?? (tried.overlay && explainOverlay(tried.overlay, findings)),
		'user-namespace':
			mount ?? (tried.userNamespace && explainNamespace('user', tried.userNamespace, findings)),
		'net-namespace': netNamespace,
		bridge: netNamespace ?? iproute ?? (tried.bridge && explainBridge(tried.bridge, findings)),
		tc:
			netNamespace ??
			explainAbsence('tc', findings) ??
			(tried.tc && explainQueue(tried.tc, findings)),
		'time-namespace':
			mount ?? (tried.timeNamespace && explainNamespace('time', tried.timeNamespace, findings)),
		// Both may be missing; the mount has steps of its own that tell it.
		limits: stage ?? obstacle ?? mount,
		...explainVersions(cgroup.version, obstacle),
		'cgroup-tools': explainAbsence('libcgroup', findings),
		'namespace-tools': explainAbsence('namespace-tools', findings),
		hostname: explainAbsence('hostname', findings),
		taskset: explainAbsence('taskset', findings),
		tar: explainAbsence('tar', findings),
		runc:
			mount ??
			explainAbsence('runc', findings) ??
			(tried.runc && explainTheirs('runc', tried.runc, findings)),
		bwrap:
			mount ??
			explainAbsence('bwrap', findings) ??
			(tried.bwrap && explainTheirs('bwrap', tried.bwrap, findings)),
		ldd: explainAbsence('ldd', findings),
		ps: explainAbsence('procps', findings),
		ip: iproute,
		ping:
			netNamespace ??
			iproute ??
			explainAbsence('ping', findings) ??
			(tried.ping && explainPing(tried.ping, findings)),
		setpriv: setpriv ?? (tried.setpriv && explainKeptPrivileges(mount, findings)),
		'other-users': setpriv ?? (tried.otherUser && explainNoOtherUser(mount, findings)),
		'new-privileges': explainNoNewPrivileges(circumstances),
		perl: explainAbsence('perl', findings) ?? explainArchitecture(circumstances),
		strace:
			stage ??
			explainAbsence('strace', findings) ??
			('words' in tried.strace ? explainTracing(tried.strace, findings) : undefined),
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

/**
 * Returns why chroot(2) is refused here. Users other than root need a user namespace for it, so
 * where that is refused, the refusal is the cause.
 */
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

/** A machine whose controllers are on no version has neither, for what is in their way. */
function explainVersions(version: FoundPlace['version'], obstacle: Missing | undefined) {
	const isOn = (wanted: FoundPlace['version'], other: 'v1' | 'v2') =>
		version === wanted ? undefined : (obstacle ?? otherVersion(other));
	return { 'cgroup-v1': isOn('v1', 'v2'), 'cgroup-v2': isOn('v2', 'v1') };
}

const otherVersion = (version: 'v1' | 'v2'): Missing => ({
	cause: `The cpu and memory controllers of this machine are on cgroup ${version}.`,
	fix: 'Nothing to do: the lesson shows both spellings and runs the one of this machine.',
});

const oneCore: Missing = {
	cause: 'This machine has one core, so "one core" and "every core" cannot be told apart.',
	fix: 'Give the machine, if it is a virtual one, a second core.',
};
