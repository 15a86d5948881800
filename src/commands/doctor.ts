import type { Missing } from '../engine/words/provisions.ts';
import { isHybrid } from '../kernel/circumstances/cgroups.ts';
import type { Capability } from '../lesson/capability.ts';
import type { Circumstances } from '../kernel/circumstances.ts';
import { layoutExamination } from '../report/examination.ts';
import { linesOf } from '../report/fix.ts';
import type { MachineFound } from '../report/machine-found.ts';
import { type Probe, probe } from '../stage/probe.ts';
import { toolNames } from '../machine/tools.ts';
import { visibleJson } from '../text/visible-json.ts';
import { version } from '../command-line/version.ts';
import { summarize } from './course.ts';
import { loadLessons } from './lessons.ts';
import { textWidth } from './output.ts';

/**
 * Prints what this machine can do, what is missing and how to get it. Changes nothing. Returns the
 * exit code.
 */
export async function doctor({ json }: { readonly json: boolean }): Promise<number> {
	const lessons = await loadLessons(undefined);
	const found = await probe();
	const { provides, missing } = found.provisions;
	const examination = {
		format: 1,
		program: version,
		node: process.versions.node,
		...describeMachine(found),
		provides: [...provides],
		missing: Object.fromEntries([...missing].map(([name, one]) => [name, withLines(one)])),
		lessons: lessons.map((lesson) => {
			const summary = summarize(lesson, found.provisions);
			return { ...summary, causes: summary.causes.map(withLines) };
		}),
	} as const;
	process.stdout.write(
		json ? `${visibleJson(examination)}\n` : layoutExamination(examination, textWidth()),
	);
	return 0;
}

function describeMachine({ provisions, circumstances, trials }: Probe): MachineFound {
	const { machine, distribution, privileges, userNamespaces, securityModules, cgroups } =
		circumstances;
	const tools = toolNames.map((name) => [name, trials.tools.get(name)] as const);
	return {
		kernel: machine.kernel,
		architecture: circumstances.architecture,
		cores: machine.cores,
		memory: machine.memory,
		distribution: distribution.name,
		distributionIds: distribution.ids,
		wsl: circumstances.wsl ?? null,
		uid: privileges.uid,
		lacksCapabilities: lackedCapabilities(circumstances),
		noNewPrivileges: privileges.noNewPrivileges,
		seccomp: privileges.seccomp,
		container: circumstances.container,
		chroot: circumstances.root.isChanged ?? null,
		procMasks: circumstances.procMasks,
		controllers: Object.fromEntries(
			Object.entries(cgroups.places).map(([name, place]) => [name, place?.version ?? 'none']),
		),
		cgroupMounts: cgroups.mounts,
		hybrid: isHybrid(cgroups),
		privilege: trials.privilege,
		userNamespaces: {
			isInitial: userNamespaces.isInitial,
			limits: userNamespaces.limits,
			unprivilegedClone: userNamespaces.unprivilegedClone ?? null,
			restrictedByAppArmor: userNamespaces.restrictedByAppArmor ?? null,
		},
		securityModules: {
			names: securityModules.names,
			appArmorProfile: securityModules.appArmorProfile ?? null,
			seLinux: securityModules.seLinux ?? null,
		},
		systemd: circumstances.hasSystemd,
		session: circumstances.hasSession,
		tools: Object.fromEntries(tools.map(([name, tool]) => [name, tool?.path ?? null])),
		traceRefused:
			trials.tools.get('strace') === undefined
				? null
				: (provisions.missing.get('strace')?.cause ?? null),
		busybox: tools.flatMap(([name, tool]) => (tool?.isBusybox === true ? [name] : [])),
	};
}

/**
 * Returns the capabilities used by containers that root lacks here; others always lack them, and
 * get them by sudo.
 */
function lackedCapabilities({ privileges }: Circumstances): Capability[] {
	const { uid, effective, bounding } = privileges;
	const needed = ['CAP_SYS_ADMIN', 'CAP_SYS_CHROOT', 'CAP_SETFCAP', 'CAP_NET_ADMIN'] as const;
	return needed.filter((name) => !(uid === 0 ? effective : bounding).has(name));
}

function withLines(missing: Missing) {
	return { ...missing, lines: linesOf(missing.fix) };
}
