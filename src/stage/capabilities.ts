import type { Capabilities, Missing } from '../engine/capabilities.ts';
import { readMachine } from '../kernel/machine.ts';
import { type Requirement, requirements } from '../lesson/requirement.ts';
import type { FoundPlace } from './cgroup/find-place.ts';
import { type Extra, installCommand } from './packages.ts';
import { explainRefusal } from './refusal.ts';
import type { Trials } from './trials.ts';

/** What a machine allows, from what was tried on it. The only place where that is decided. */
export function decide({ tools, chroot, mount, pidNamespace, cgroup }: Trials): Capabilities {
	const absent = (names: readonly string[]) =>
		names.filter((name) => {
			const tool = tools.get(name);
			return tool === undefined || tool.isBusybox;
		});
	const lack = (names: readonly string[], extra: Extra, consequence: string) => {
		const missing = absent(names);
		return missing.length === 0 ? undefined : notInstalled(missing, extra, consequence);
	};
	const stage = lack(
		['bash', 'chroot', 'cp', 'ls', 'mkfifo'],
		'coreutils',
		'The terminals need them.',
	);
	const answers: Record<Requirement, Missing | undefined> = {
		stage,
		chroot: stage ?? (chroot && explainRefusal(chroot.words)),
		mount: stage ?? (mount && explainRefusal(mount.words)),
		'pid-namespace': stage ?? (pidNamespace && explainRefusal(pidNamespace.words)),
		limits: stage ?? (mount && explainRefusal(mount.words)) ?? cgroup.missing,
		'cgroup-v1': cgroup.version === 'v1' ? undefined : otherVersion(cgroup),
		'cgroup-v2': cgroup.version === 'v2' ? undefined : otherVersion(cgroup),
		'cgroup-tools': lack(
			['cgcreate', 'cgclassify', 'cgset', 'cgdelete'],
			'cgroup-tools',
			'The lesson does by mkdir and echo what they do.',
		),
		ldd: lack(['ldd'], 'ldd', 'Nothing here could list the libraries of a program.'),
		ps: lack(['ps'], 'ps', 'Nothing here could list processes.'),
		ip: lack(['ip'], 'ip', 'Nothing here could list network interfaces.'),
		'two-cores': readMachine().cores > 1 ? undefined : oneCore,
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

function notInstalled(tools: readonly string[], extra: Extra, consequence: string): Missing {
	const command = installCommand(extra);
	return {
		cause: `${tools.join(', ')}: not installed. ${consequence}`,
		fix:
			command === undefined
				? `Install ${extra} from the packages of your distribution.`
				: `\`${process.getuid?.() === 0 ? '' : 'sudo '}${command}\` installs it.`,
	};
}

const otherVersion = ({ version }: FoundPlace): Missing => ({
	cause:
		version === 'none'
			? 'This machine has no cgroups that can limit cpu and memory.'
			: `The cpu and memory controllers of this machine are on cgroup ${version}.`,
	fix: 'Nothing to do: the lesson shows both spellings and runs the one of this machine.',
});

const oneCore: Missing = {
	cause: 'This machine has one core, so "one core" and "every core" cannot be told apart.',
	fix: 'Give the machine, if it is a virtual one, a second core.',
};
