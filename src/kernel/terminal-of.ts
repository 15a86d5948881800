import type { Stat } from './processes.ts';

/**
 * Tells from which terminal a process was started: by its ancestors, or by its session where an
 * ancestor has ended and the terminal's shell leads a session. Undefined for what left both.
 * @param terminals Name and pid of the outermost shell.
 */
export function terminalFinder(
	terminals: ReadonlyMap<string, number>,
	processes: readonly Stat[],
): (process: Stat) => string | undefined {
	const names = new Map([...terminals].map(([name, shell]) => [shell, name]));
	const byPid = new Map(processes.map((process) => [process.pid, process]));
	const byAncestry = (process: Stat | undefined): string | undefined =>
		process && (names.get(process.pid) ?? byAncestry(byPid.get(process.parent)));
	return (process) => byAncestry(process) ?? names.get(process.session);
}
