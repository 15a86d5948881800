import type { Missing } from '../engine/words/provisions.ts';
import { asRoot } from './root-advice.ts';
import { type Part, parts } from './package-table.ts';
import { planInstallation } from './installation.ts';
import type { Findings } from './findings.ts';
import type { ToolName } from './tools.ts';

/** What cannot be done without each part. */
const consequences: Readonly<Record<Part, string>> = {
	bash: 'Every terminal of the lessons is a bash.',
	coreutils: 'The terminals of the lessons need them.',
	'util-linux': 'They make the namespaces and the mounts.',
	pivot_root: 'It gives a mount namespace another root.',
	'namespace-tools': 'They list namespaces, enter them, and show what is in them.',
	hostname: 'Nothing here could give the machine another name.',
	taskset: 'Nothing here could keep a process on one core.',
	tar: 'Nothing here could pack the layers of an image.',
	runc: 'There is no container of theirs to compare ours with.',
	bwrap: 'There is no container of Flatpak’s to compare ours with.',
	ldd: 'Nothing here could list the libraries of a program.',
	procps: 'Nothing here could list processes as the lessons expect it.',
	iproute2: 'Nothing here could list network interfaces as the lessons expect it.',
	tc: 'Nothing here could hold packets up.',
	setpriv: 'Nothing here could start a program with fewer capabilities.',
	ping: 'The lesson connects instead, which shows the same.',
	perl: 'Nothing here could make a system call by its number, or serve a page.',
	libcgroup: 'The lesson does by mkdir and echo what they do.',
	strace: 'It shows what a step asks of the kernel.',
};

/** The parts that are not installed along with others. */
const extra: ReadonlySet<Part> = new Set(['strace', 'ping', 'runc', 'bwrap']);

/**
 * Returns why a part is not to be had here, and the one line that installs everything that is
 * missing; undefined where the part is there.
 */
export function explainAbsence(part: Part, findings: Findings): Missing | undefined {
	return isWhole(part, findings)
		? undefined
		: {
				cause: `${describeAbsence(parts[part], findings)} ${consequences[part]}`,
				fix: adviseInstallation(part, findings),
			};
}

/** Whether all tools of a part are there; busybox's version of a tool does not count. */
function isWhole(part: Part, { tools }: Findings): boolean {
	return parts[part].every((name) => tools.get(name)?.isBusybox === false);
}

function describeAbsence(names: readonly ToolName[], { tools }: Findings): string {
	const absent = names.filter((name) => tools.get(name) === undefined);
	const limited = names.filter((name) => tools.get(name)?.isBusybox === true);
	return [
		...(absent.length > 0 ? [`${list(absent)} not installed here.`] : []),
		...(limited.length > 0
			? [`${list(limited)} busybox's here, with fewer options and other messages.`]
			: []),
	].join(' ');
}

/** Returns names with their verb: `ps is`, `cp and ls are`. */
function list(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length === 1 ? `${last} is` : `${names.slice(0, -1).join(', ')} and ${last} are`;
}

function adviseInstallation(part: Part, findings: Findings): string {
	const wanted = (Object.keys(parts) as Part[]).filter(
		(one) => !isWhole(one, findings) && (one === part || !extra.has(one)),
	);
	const installation = planInstallation(wanted, findings);
	if (installation === undefined) {
		return `Install them with the package manager of your distribution; the packages are often called ${wanted.join(', ')}.`;
	}

	return installation.without.includes(part)
		? `${findings.circumstances.distribution.name} has no package of it; look for ${part} among those that its users keep (on Arch, the AUR).`
		: asRoot('Install what is missing', installation.commands, findings);
}
