import { count } from '../amounts.ts';
import type { Row, Section } from '../difference.ts';
import type { Mount, Snapshot } from '../../words/snapshot.ts';
import { changes } from './changes.ts';

/** Compares the mounts of two looks, by mount namespace, type and path. */
export function compareMounts(before: Snapshot, after: Snapshot): Section {
	const { appeared, went, stayed } = changes(before.mounts, after.mounts, keyOf);
	return {
		name: 'mounts',
		rows: [...toRows('-', went, before), ...toRows('+', appeared, after)],
		unchanged: stayed.length === 0 ? '' : count(stayed.length, 'mount'),
	};
}

/**
 * Returns the rows of mounts. Moving a root moves dozens of mounts along, which get one row
 * together, after the mount that they are below.
 */
function toRows(sign: Row['sign'], mounts: readonly Mount[], snapshot: Snapshot): readonly Row[] {
	const tops = mounts.filter((one) => !mounts.some((other) => isBelow(one, other)));
	return tops.flatMap((top) => {
		const below = mounts.filter((one) => tops.find((other) => isBelow(one, other)) === top);
		return below.length > most
			? [
					toRow(sign, top, snapshot),
					{ sign, subject: `${top.path}/…`, detail: `${below.length} mounts below it` },
				]
			: [top, ...below].map((mount) => toRow(sign, mount, snapshot));
	});
}

/** The number of mounts below another that get a row each. */
const most = 3;

const isBelow = (one: Mount, other: Mount) =>
	one.namespace === other.namespace && one.path.startsWith(`${other.path}/`);

function toRow(sign: Row['sign'], mount: Mount, snapshot: Snapshot): Row {
	return { sign, subject: mount.path, detail: `${mount.type}, ${whereSeen(mount, snapshot)}` };
}

function whereSeen({ onStage, namespace }: Mount, { processes }: Snapshot): string {
	if (onStage) {
		return 'seen by every terminal';
	}

	const owner = processes.find(({ ownNamespaces }) => ownNamespaces.mnt === namespace);
	return owner === undefined
		? `only in mount namespace ${namespace}`
		: `only in the mount namespace of process ${owner.pid}`;
}

function keyOf({ namespace, type, path }: Mount): string {
	return `${namespace} ${type} ${path}`;
}
