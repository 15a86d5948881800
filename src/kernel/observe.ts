import type { Process, Snapshot } from '../engine/words/snapshot.ts';
import { makeAllVisible } from '../text/visible-text.ts';
import { readFiles } from './files.ts';
import { innermostShell, type TerminalShells } from './innermost-shell.ts';
import { inspectAll, type InspectedProcess, outermostRoot } from './inspect.ts';
import { stageGroups } from './limits/stage-groups.ts';
import type { StageCgroup } from './limits/stage-cgroup.ts';
import { readMachine } from './machine.ts';
import { placeOf, readMounts } from './mounts.ts';
import { readNamespaces } from './namespaces.ts';
import { readNetwork } from './network.ts';
import { isWithin, pathBelow } from './paths.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { isLive, listPids, readStat } from './processes.ts';
import { stageMounts } from './stage-mounts.ts';
import { findStageProcesses } from './stage-processes.ts';
import { terminalFinder } from './terminal-of.ts';
import { createMeter, type Meter } from './traffic.ts';
import { viewFrom } from './views.ts';

/** What `observe` is told of a stage. */
export type StageHandle = {
	/** An absolute path without links. */
	readonly sandbox: string;
	/**
	 * The entry `NAME=value` that marks the environment of each of its processes, where the stage has no mount
	 * namespace of its own; undefined where it has one.
	 */
	readonly mark: string | undefined;
	/** By name; one whose first shell has ended is passed over. */
	readonly terminals: ReadonlyMap<string, TerminalShells>;
	/** Processes of ours that are not the learner's: they are neither listed nor counted. */
	readonly infrastructure: ReadonlySet<number>;
	/** The same, wherever they are: those of a learner's own shell. */
	readonly visitors?: ReadonlySet<number>;
	readonly cgroup: StageCgroup;
	/** The paths of groups of ours below it: neither they nor what is below them is listed. */
	readonly ownGroups: readonly string[];
};

/**
 * The snapshot of a stage, by one look at the kernel that starts nothing and takes some ten milliseconds. Files, mounts, cgroups
 * and network devices are named by whoever made them, so every text is made visible here.
 * @param meter The one of all looks at this stage.
 */
export function observe(
	files: KernelFiles,
	stage: StageHandle,
	meter: Meter = createMeter(),
): Snapshot {
	const { sandbox, terminals, infrastructure, visitors, cgroup, ownGroups } = stage;
	const onStage = inspectStage(files, stage);
	const processes = onStage.filter(
		({ pid }) => !infrastructure.has(pid) && visitors?.has(pid) !== true,
	);
	const strangers = findStrangers(files, onStage, infrastructure);
	const shared = sharedNamespaces(files, stage, onStage);
	const outermost = new Map([...terminals].map(([name, shells]) => [name, shells.outermost]));
	const terminalOf = terminalFinder(outermost, onStage);
	const pids = new Set(processes.map(({ pid }) => pid));
	return makeAllVisible({
		machine: readMachine(files),
		otherProcesses: strangers.size,
		processes: processes.map((process) =>
			describe(files, process, terminalOf(process), sandbox, shared, meter),
		),
		views: [...terminals]
			.filter(([, shells]) => pids.has(shells.outermost))
			.map(([name, shells]) =>
				viewFrom(files, name, innermostShell(files, shells, onStage), processes, strangers),
			),
		groups: stageGroups(files, cgroup)
			.list(ownGroups)
			.map((group) => ({ ...group, members: group.members.filter((pid) => pids.has(pid)) })),
		mounts: stageMounts(files, onStage, sandbox, shared),
		files: readFiles(files, sandbox),
	});
}

function inspectStage(files: KernelFiles, stage: StageHandle): InspectedProcess[] {
	const { sandbox, mark, terminals, infrastructure } = stage;
	const [first] = infrastructure;
	const [terminal] = terminals.values();
	const native = first ?? terminal?.outermost;
	const ours = readMounts(files, 'self');
	const place = placeOf(ours, sandbox);
	if (!place) {
		return [];
	}

	const around = {
		sandbox: place,
		outermost: first === undefined ? '/' : outermostRoot(files, first),
		// One that has ended shows none.
		mounts: [...ours, ...(native === undefined ? [] : readMounts(files, native))],
	};
	return inspectAll(files, findStageProcesses(files, sandbox, mark), around);
}

/** Live processes of this machine that are not ours. */
function findStrangers(
	files: KernelFiles,
	onStage: readonly InspectedProcess[],
	infrastructure: ReadonlySet<number>,
): ReadonlySet<number> {
	const ours = new Set([...infrastructure, ...onStage.map(({ pid }) => pid)]);
	return new Set(listPids(files).filter((pid) => !ours.has(pid) && isLive(readStat(files, pid))));
}

/**
 * Inode numbers of the host's namespaces and of those that every terminal begins in. A learner asks
 * what a step made, so the stage's own mount, user and cgroup namespaces count as the host's.
 */
function sharedNamespaces(
	files: KernelFiles,
	{ terminals, infrastructure }: StageHandle,
	onStage: readonly InspectedProcess[],
): ReadonlySet<number> {
	const first = new Set([
		...infrastructure,
		...[...terminals.values()].map(({ outermost }) => outermost),
	]);
	const ofStage = onStage.filter(({ pid }) => first.has(pid)).map(({ namespaces }) => namespaces);
	return new Set(
		[readNamespaces(files, files.self.pid), ...ofStage].flatMap(Object.values<number>),
	);
}

function describe(
	files: KernelFiles,
	process: InspectedProcess,
	terminal: string | undefined,
	sandbox: string,
	shared: ReadonlySet<number>,
	meter: Meter,
): Process {
	const { pid, parent, command, pids, root, hasLostOldRoot, namespaces, caught } = process;
	const { capabilities, noNewPrivileges } = process;
	const ownNamespaces = Object.fromEntries(
		Object.entries(namespaces).filter(([, inode]) => !shared.has(inode)),
	);
	const { net } = ownNamespaces;
	const network =
		net === undefined ? undefined : readNetwork(files, pid, (sent) => meter(net, sent));
	return {
		pid,
		parent,
		command,
		terminal,
		root: nameOf(root, sandbox),
		...(hasLostOldRoot ? { hasLostOldRoot } : {}),
		pids,
		ownNamespaces,
		caught,
		capabilities,
		noNewPrivileges,
		...(network ? { network } : {}),
	};
}

function nameOf(root: string, sandbox: string): string {
	return isWithin(root, sandbox)
		? pathBelow(root, sandbox) || '.'
		: root.startsWith('/')
			? '/'
			: root;
}
