import type { CgroupSetup } from './cgroup/cgroup-setup.ts';
import type { Ledger } from './ledger.ts';
import { noInput } from '../engine/run/guarded.ts';
import { privileges } from './privilege/privilege.ts';
import { findTool } from './tools.ts';

/**
 * Returns the command line of the stage's first process: it joins the stage's cgroup, makes the
 * private namespaces, and then serves terminals. It dies with the guard that started it, and its
 * mounts with it.
 */
export function stageCommand(ledger: Ledger, setup: CgroupSetup): readonly string[] {
	const { enter } = privileges[ledger.privilege];
	const words = [...untilParentDies(), ...enter, ...setup.namespaces, 'bash'];
	return [
		'bash',
		'-c',
		// A stage that cannot join its cgroup would go on in that of whoever started it.
		['set -e', ...setup.join, `exec ${words.join(' ')} -c "$1" stage "$2" "$3"`].join('\n'),
		'stage',
		insideScript(ledger, setup),
		ledger.directory,
		ledger.sandbox,
	];
}

/**
 * Returns the words that let a process die with its parent. Busybox has a setpriv that cannot do
 * it; then only the guard ends what is left.
 */
function untilParentDies(): readonly string[] {
	const setpriv = findTool('setpriv');
	return setpriv === undefined || setpriv.isBusybox ? [] : ['setpriv', '--pdeathsig', 'KILL'];
}

/**
 * Returns the script of the stage's first process; $1 is the stage's directory, $2 the sandbox. The
 * sandbox is bound onto itself so that every mount namespace made from this one names it: that is
 * how the stage's processes are found again.
 *
 * Then it reads requests from standard input, one a line: `open NAME` starts a shell between two
 * named pipes and answers `opened NAME PID`; `trace NAME WORDS` does the same for a shell whose
 * calls those words write to NAME.trace; `visit NAME` starts what NAME.sh says, with a pty between.
 */
const insideScript = ({ privilege }: Ledger, { inside }: CgroupSetup) => `
set -e
${privilege === 'none' ? '' : 'mount --bind "$2" "$2"'}
${inside.join('\n')}
cd "$2"
set +e
# With job control: without it a background shell, and all it starts, would ignore Ctrl-C.
set -m
# For lines that get no input: a jail has no /dev/null to read.
exec ${noInput}</dev/null
# Without file names: the words of a request are taken as they are.
set -f
echo "ready $$"
while read -r request name words; do
	mkfifo -m 600 "$1/$name.in" "$1/$name.out"
	case $request in
	open) ${[...untilParentDies(), 'bash'].join(' ')} <"$1/$name.in" >"$1/$name.out" 2>&1 & ;;
	trace) ${untilParentDies().join(' ')} $words -o "$1/$name.trace" bash \
		<"$1/$name.in" >"$1/$name.out" 2>&1 & ;;
	visit) ${[...untilParentDies(), 'script'].join(' ')} -q -c "bash $(printf %q "$1/$name.sh")" \
		/dev/null <"$1/$name.in" >"$1/$name.out" 2>&1 & ;;
	esac
	echo "opened $name $!"
done
`;
