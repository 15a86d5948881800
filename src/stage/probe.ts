import { execa } from 'execa';
import type { Capabilities, Missing } from '../engine/capabilities.ts';
import { readMachine } from '../kernel/machine.ts';
import { type Requirement, requirements } from '../lesson/requirement.ts';
import { findCgroupPlace, type FoundPlace } from './cgroup/find-place.ts';
import type { CgroupPlace } from './cgroup/place.ts';
import { stageEnvironment } from './environment.ts';
import { type Extra, installCommand } from './packages.ts';
import { privilege } from './privilege/privilege.ts';
import { missingTools } from './tools.ts';
import { explainRefusal } from './refusal.ts';

/** What this machine allows, and where a stage's cgroup goes. */
export type Probe = { readonly capabilities: Capabilities; readonly place: CgroupPlace };

/** Decides by trying, once; nothing else in the program asks for versions or privileges. It changes nothing. */
export async function probe(): Promise<Probe> {
	const stage = await probeStage();
	const found = await findCgroupPlace();
	const answers: Record<Requirement, Missing | undefined> = {
		stage,
		'pid-namespace': stage ?? (await probePidNamespace()),
		limits: stage ?? found.missing,
		'cgroup-v1': found.version === 'v1' ? undefined : otherVersion(found),
		'cgroup-v2': found.version === 'v2' ? undefined : otherVersion(found),
		'cgroup-tools': probeTools(
			cgroupTools,
			'cgroup-tools',
			'The lesson does by mkdir and echo what they do.',
		),
		ps: probeTools(['ps'], 'ps', 'Nothing here could list processes.'),
		ip: probeTools(['ip'], 'ip', 'Nothing here could list network interfaces.'),
		'two-cores': readMachine().cores > 1 ? undefined : oneCore,
	};
	const missing = new Map<Requirement, Missing>();
	for (const requirement of requirements) {
		const answer = answers[requirement];
		if (answer !== undefined) {
			missing.set(requirement, answer);
		}
	}

	const provides = new Set(requirements.filter((requirement) => !missing.has(requirement)));
	// Without a stage there is nothing to limit.
	const place = provides.has('limits') ? found.place : ({ version: 'none' } as const);
	return { capabilities: { provides, missing }, place };
}

/** chroot and mount, in namespaces as a stage has them. */
async function probeStage(): Promise<Missing | undefined> {
	const tools = missingTools(['bash', 'unshare', 'setpriv', 'mount', 'chroot', 'mkfifo']);
	if (tools.length > 0) {
		return {
			cause: `${tools.join(', ')}: not found on this machine.`,
			fix: 'Install the packages bash, coreutils, util-linux and mount of your distribution.',
		};
	}

	return tryUnshare(['mount', '-t', 'tmpfs', 'probe', '/tmp']);
}

/** A process tree of one's own, with a procfs that shows only it. */
const probePidNamespace = () =>
	tryUnshare(['unshare', '--pid', '--fork', '--kill-child', '--mount-proc', 'true']);

async function tryUnshare(command: readonly string[]): Promise<Missing | undefined> {
	const { exitCode, stderr } = await execa('unshare', [...privilege().namespaces, ...command], {
		env: stageEnvironment('/'),
		extendEnv: false,
		reject: false,
		stdin: 'ignore',
		timeout: 10_000,
		killSignal: 'SIGKILL',
	});
	return exitCode === 0 ? undefined : explainRefusal(stderr.trim());
}

const cgroupTools = ['cgcreate', 'cgclassify', 'cgset', 'cgdelete'];

function probeTools(tools: readonly string[], extra: Extra, consequence: string) {
	const absent = missingTools(tools);
	if (absent.length === 0) {
		return undefined;
	}

	const command = installCommand(extra);
	return {
		cause: `${absent.join(', ')}: not installed. ${consequence}`,
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
