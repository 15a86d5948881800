import type { Command, Lesson } from '../lesson.ts';
import { placeOf } from '../manuscript.ts';
import type { Requirement } from '../requirement.ts';
import { placeCommands } from './jails.ts';
import type { Remark, Rule } from './rule.ts';
import { allCommands } from './shell-words.ts';

/**
 * Finds steps that do not say what their commands need of the machine, and would fail where it is
 * missing.
 */
export const missingNeeds: Rule = (lesson, manuscript) =>
	follow(lesson).flatMap(({ command, needed, provided }) =>
		[...needed]
			.filter((need) => !isProvided(need, [...provided, ...command.when]))
			.map((need): Remark => ({
				place: placeOf(manuscript, command.text, command.line),
				message: `This needs \`${need}\`, which not every machine has; write \`${need}\` in a \`needs\` block of the step, or of the intro where every step needs it.`,
			})),
	);

type CommandNeeds = {
	readonly command: Command;
	readonly needed: ReadonlySet<Requirement>;
	readonly provided: readonly string[];
};

function follow(lesson: Lesson): readonly CommandNeeds[] {
	const { setup, steps } = lesson;
	const provided = new Map<Command, readonly Requirement[]>(
		steps.flatMap(({ commands, needs }) => commands.map((command) => [command, needs])),
	);
	// The setup runs wherever any step does, so it is provided with what all of them need.
	const [first = [], ...others] = new Set(provided.values());
	const common = first.filter((need) => others.every((needs) => needs.includes(need)));
	setup.forEach((command) => provided.set(command, common));
	return placeCommands(lesson).map(({ command, jailed }) => ({
		command,
		needed: needsOf(command.text, jailed),
		provided: provided.get(command) ?? [],
	}));
}

function needsOf(text: string, jailed: boolean): ReadonlySet<Requirement> {
	const needs = allCommands(text).flatMap(({ words }) => {
		const [program = ''] = words;
		return [
			...(programs[program] ?? []),
			...(words.includes('chroot') ? ['chroot' as const] : []),
			...(words.includes('setpriv') ? ['setpriv' as const] : []),
			...(program === 'unshare' ? words.flatMap((word) => flags[word] ?? []) : []),
		];
	});
	return new Set([
		...needs,
		...(jailed ? ['chroot' as const] : []),
		...(/\bldd /.test(text) ? ['ldd' as const] : []),
	]);
}

const programs: Readonly<Record<string, readonly Requirement[]>> = {
	mount: ['mount'],
	umount: ['mount'],
	nsenter: ['mount', 'namespace-tools'],
	lsns: ['namespace-tools'],
	ipcmk: ['namespace-tools'],
	ipcs: ['namespace-tools'],
	hostname: ['hostname'],
	taskset: ['taskset'],
	runc: ['runc'],
	bwrap: ['bwrap'],
	tar: ['tar'],
	gzip: ['tar'],
	unshare: ['mount'],
	pivot_root: ['pivot-root'],
	ps: ['ps'],
	ip: ['ip'],
	ping: ['ping'],
	tc: ['tc'],
	perl: ['perl'],
	cgcreate: ['limits', 'cgroup-tools'],
	cgclassify: ['limits', 'cgroup-tools'],
	cgset: ['limits', 'cgroup-tools'],
	cgdelete: ['limits', 'cgroup-tools'],
};

/** The requirements of options of unshare(1); its other kinds come with the right to mount. */
const flags: Readonly<Record<string, Requirement>> = {
	'--pid': 'pid-namespace',
	'--user': 'user-namespace',
	'--net': 'net-namespace',
	'--time': 'time-namespace',
};

/**
 * Whether a need is met by what is provided: whoever may have a process tree of their own may
 * mount, and whoever may mount may change the root.
 */
function isProvided(need: Requirement, provided: readonly string[]): boolean {
	return [need, ...(includedIn[need] ?? [])].some((one) => provided.includes(one));
}

const withMount = [
	...(['pid-namespace', 'pivot-root', 'overlay', 'user-namespace', 'net-namespace'] as const),
	...(['bridge', 'tc', 'time-namespace', 'limits'] as const),
];

const includedIn: Readonly<Partial<Record<Requirement, readonly Requirement[]>>> = {
	chroot: ['mount', ...withMount],
	mount: withMount,
	'net-namespace': ['bridge', 'tc'],
	ip: ['bridge'],
};
