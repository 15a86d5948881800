import type { Row, Section } from '../difference.ts';
import { insidePid } from '../fact-value.ts';
import type { Process, Snapshot } from '../../words/snapshot.ts';
import { changes } from './changes.ts';
import { privilegesOf } from './privileges.ts';

/**
 * Compares the stage's processes in two looks. The number of the host's other processes never stays
 * the same, so it is never a change.
 */
export function compareProcesses(before: Snapshot, after: Snapshot): Section {
	const { appeared, went, stayed } = changes(before.processes, after.processes, ({ pid }) => pid);
	const changed = stayed.flatMap(([was, is]) => changedRow(was, is));
	return {
		name: 'processes',
		rows: [
			...went.map((process) => toRow('-', process, process.terminal ?? '')),
			...changed,
			...appeared.map((process) => toRow('+', process, describe(process, after))),
		],
		unchanged: unchangedIn(stayed.length - changed.length, after.otherProcesses),
	};
}

/** Returns how many processes stayed, as a phrase, which leaves out what there is none of. */
export function unchangedIn(ours: number, others: number): string {
	return [ours === 0 ? '' : `${ours} of ours`, others === 0 ? '' : `${others} of the host`]
		.filter((part) => part !== '')
		.join(', ');
}

function changedRow(was: Process, is: Process): readonly Row[] {
	const parts = [
		was.command === is.command ? '' : `was ${was.command}`,
		was.root === is.root ? '' : `/ is ${rootOf(is)} (was ${rootOf(was)})`,
	].filter((part) => part !== '');
	return parts.length === 0 ? [] : [toRow('~', is, parts.join(' · '))];
}

function toRow(sign: Row['sign'], { pid, command }: Process, detail: string): Row {
	return { sign, subject: `${pid} ${command}`, detail };
}

function describe(process: Process, snapshot: Snapshot): string {
	const parts = [
		process.terminal ?? '',
		process.root === '/' ? '' : `/ is ${process.root}`,
		process.pids.length > 1 ? `inside it is process ${insidePid(process)}` : '',
		privilegesOf(process, snapshot),
	];
	return parts.filter((part) => part !== '').join(' · ');
}

function rootOf({ root }: Process): string {
	return root === '/' ? "the host's" : root;
}
