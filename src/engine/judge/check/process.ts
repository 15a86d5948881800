import type { Evidence, ExpectationOf } from '../check.ts';
import type { Verdict } from '../../words/verdict.ts';
import { insidePid } from '../fact-value.ts';
import { processesOf, trimPath } from '../../words/look-up.ts';
import type { Process, TerminalView } from '../../words/snapshot.ts';
import { none, ofSeveral, some } from './some.ts';

/**
 * Checks `process COMMAND runs` and `process COMMAND is gone`; what is gone must have been there.
 */
export function checkProcess(
	{ command, state }: ExpectationOf<'process'>,
	evidence: Evidence,
): Verdict {
	const then = processesOf(evidence.before, command);
	const now = processesOf(evidence.after, command);
	if (state === 'runs' || now.length > 0) {
		const seen = now.length > 0 ? `it runs as ${pids(now)}` : none(command, evidence);
		return { seen, held: (state === 'runs') === now.length > 0 };
	}

	return then.length > 0
		? { seen: `no process "${command}"; before it was ${pids(then)}`, held: true }
		: { seen: `no process "${command}", and there was none before either`, held: false };
}

/** Checks `container-1 sees COMMAND`, `container-1 does not see the host` and the like. */
export function checkSees(
	{ terminal, command, sees }: ExpectationOf<'sees'>,
	evidence: Evidence,
): Verdict {
	const view = evidence.after.views.find((view) => view.terminal === terminal);
	if (view === undefined) {
		return { seen: `${terminal} is not open`, held: false };
	}

	if (view.proc === 'none') {
		return { seen: `nothing, because no /proc is mounted in ${terminal}`, held: !sees };
	}

	return command === undefined
		? checkSeesHost(view, sees)
		: checkSeesCommand(view, evidence, command, sees);
}

/** Checks `process COMMAND is 1 inside`. */
export function checkInsidePid(
	{ command, pid }: ExpectationOf<'inside-pid'>,
	evidence: Evidence,
): Verdict {
	const processes = some(evidence, command);
	const [odd = processes[0]] = processes.filter((process) => insidePid(process) !== Number(pid));
	return {
		seen: `${ofSeveral(processes)}process ${odd.pid} is ${insidePid(odd)} inside`,
		held: insidePid(odd) === Number(pid),
	};
}

/** Checks `process COMMAND has the root my-container` and `… has the root of the host`. */
export function checkRoot({ command, path }: ExpectationOf<'root'>, evidence: Evidence): Verdict {
	const processes = some(evidence, command);
	const wanted = trimPath(path);
	const [odd = processes[0]] = processes.filter(({ root }) => trimPath(root) !== wanted);
	const seen = odd.root === '/' ? 'the / of the host' : odd.root;
	return {
		seen: `${ofSeveral(processes)}the root of process ${odd.pid} is ${seen}`,
		held: trimPath(odd.root) === wanted,
	};
}

/** Checks `process COMMAND keeps the old root` and `… has lost the old root`. */
export function checkOldRoot(
	{ command, kept }: ExpectationOf<'old-root'>,
	evidence: Evidence,
): Verdict {
	const processes = some(evidence, command);
	const isKept = (process: Process) => process.hasLostOldRoot !== true;
	const [odd = processes[0]] = processes.filter((process) => isKept(process) !== kept);
	const where = `the / of the host is ${isKept(odd) ? 'still' : 'no longer'} in the mount namespace`;
	return {
		seen: `${ofSeveral(processes)}${where} of process ${odd.pid}`,
		held: isKept(odd) === kept,
	};
}

function checkSeesHost({ others }: TerminalView, sees: boolean): Verdict {
	const seen = others === 0 ? 'no process of the host' : `${others} processes of the host`;
	return { seen, held: sees === others > 0 };
}

/**
 * Checks whether a terminal sees a command, which must run: not to see what does not run proves
 * nothing.
 */
function checkSeesCommand(
	view: TerminalView,
	evidence: Evidence,
	command: string,
	sees: boolean,
): Verdict {
	const real = some(evidence, command);
	const shown = view.processes.find((process) => process.command === command.trim());
	return shown === undefined
		? { seen: `not among what it sees, though it runs as ${pids(real)}`, held: !sees }
		: { seen: `it sees "${command}" as ${shown.shownAs}`, held: sees };
}

function pids(processes: readonly Process[]): string {
	return processes.map(({ pid }) => pid).join(', ');
}
