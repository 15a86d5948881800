import type { ConsoleSize } from '../engine/words/console.ts';
import type { NamespaceKind } from '../engine/words/snapshot.ts';

/** What the script of a visit depends on. */
export type Visitor = {
	/** The name of the terminal, for the prompt. */
	readonly terminal: string;
	/** The value of TERM on the learner's console. */
	readonly kind: string;
	readonly size: ConsoleSize;
	/** The terminal's innermost shell. */
	readonly beside: {
		readonly pid: number;
		readonly program: 'bash' | 'sh';
		/** The namespaces of that shell that are not the stage's. */
		readonly namespaces: readonly NamespaceKind[];
	};
};

/**
 * Returns the script of a visit's first process, which runs on the stage, in a pty: it goes where
 * the terminal's shell is, as `docker exec` does, and becomes a shell there. It joins the cgroup
 * first, because the files for that may be out of sight in a container.
 */
export function visitorScript({ terminal, kind, size, beside }: Visitor): string {
	const { pid, program, namespaces } = beside;
	const flags = namespaces.map((namespace) => namespaceFlags[namespace]);
	return `
stty sane iutf8 rows ${size.rows} columns ${size.columns}
while IFS=: read -r _ controllers path; do
	case $path in /..*) continue ;; esac
	for controller in "" \${controllers//,/ }; do
		group=/sys/fs/cgroup/$controller$path/cgroup.procs
		[ -e "$group" ] && echo $$ >"$group"
	done
done </proc/${pid}/cgroup 2>/dev/null
export TERM=${quote(kind)} PS1=${quote(promptOf(terminal, program))} HISTFILE=
exec nsenter --target ${pid} ${[...flags, '--root', '--wd'].join(' ')} ${shells[program]}
`;
}

/**
 * The shells, with options by which nothing in the learner's start-up files runs, or changes the
 * prompt.
 */
const shells = { bash: 'bash --norc --noprofile -i', sh: 'sh -i' } as const;

/**
 * Returns the prompt that stands beside the commands of a lesson; a plain sh knows no name for
 * where it is.
 */
const promptOf = (terminal: string, program: 'bash' | 'sh') =>
	program === 'bash' ? `${terminal} \${PWD/#$HOME/sandbox}# ` : `${terminal}# `;

const namespaceFlags: Readonly<Record<NamespaceKind, string>> = {
	// An ordinary user may enter the other namespaces only with the rights that this one gives.
	user: '--user --preserve-credentials',
	mnt: '--mount',
	pid: '--pid',
	uts: '--uts',
	ipc: '--ipc',
	net: '--net',
	cgroup: '--cgroup',
	time: '--time',
};

const quote = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
