import { count } from '../amounts.ts';
import type { Row, Section } from '../difference.ts';
import type { Snapshot, TerminalView } from '../../words/snapshot.ts';
import { changes } from './changes.ts';
import { unchangedIn } from './processes.ts';

type Shown = Omit<TerminalView, 'shell'>;

/**
 * Compares what terminals see in two looks, one section for each that is or was open. The host's
 * terminal has none: it sees the `processes`.
 */
export function compareViews(before: Snapshot, after: Snapshot): readonly Section[] {
	const terminals = [...before.views, ...after.views].map(({ terminal }) => terminal);
	const containers = [...new Set(terminals)].filter((terminal) => terminal !== 'host');
	return containers.map((terminal) =>
		compareView(viewOf(before, terminal), viewOf(after, terminal)),
	);
}

function compareView(before: Shown, after: Shown): Section {
	const { appeared, went, stayed } = changes(before.processes, after.processes, ({ pid }) => pid);
	const changed = stayed.filter(([was, is]) => !isSame(was, is));
	return {
		name: `${after.terminal} sees`,
		rows: [
			...hostRows(before, after),
			...went.map((process) => toRow('-', process)),
			...changed.map(([, is]) => toRow('~', is)),
			...appeared.map((process) => toRow('+', process)),
		],
		unchanged: phrase(before, after, stayed.length - changed.length),
	};
}

/**
 * Returns the rows about the host's processes. They come and go by themselves, so only all or none
 * is news.
 */
function hostRows(before: Shown, after: Shown): readonly Row[] {
	if (before.others > 0 === after.others > 0) {
		return [];
	}

	const isGone = after.others === 0;
	const amount = count(isGone ? before.others : after.others, 'process', 'processes');
	const why =
		after.proc === 'none'
			? 'sees nothing any more: it has no /proc'
			: 'not seen any more: its /proc is its own';
	return [
		{ sign: isGone ? '-' : '+', subject: `${amount} of the host`, detail: isGone ? why : '' },
	];
}

function phrase(before: Shown, after: Shown, ours: number): string {
	if (after.proc === 'none') {
		return 'nothing, because no /proc is mounted here';
	}

	return unchangedIn(ours, before.others > 0 ? after.others : 0);
}

function toRow(
	sign: Row['sign'],
	{ shownAs, pid, command }: TerminalView['processes'][number],
): Row {
	const detail = shownAs === pid ? '' : `on the host it is ${pid}`;
	return { sign, subject: `${shownAs} ${command}`, detail };
}

function isSame(
	was: TerminalView['processes'][number],
	is: TerminalView['processes'][number],
): boolean {
	return was.shownAs === is.shownAs && was.command === is.command;
}

/** Returns what a terminal sees: nothing where it is not open. */
function viewOf({ views }: Snapshot, terminal: string): Shown {
	const closed: Shown = { terminal, proc: 'none', processes: [], others: 0 };
	return views.find((view) => view.terminal === terminal) ?? closed;
}
