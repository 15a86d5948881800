import { count } from '../amounts.ts';
import type { Row, Section } from '../difference.ts';
import type { Mount, Snapshot } from '../snapshot.ts';
import { changes } from './changes.ts';

export function compareMounts(before: Snapshot, after: Snapshot): Section {
	const { appeared, went, stayed } = changes(before.mounts, after.mounts, keyOf);
	return {
		name: 'mounts',
		rows: [
			...went.map((mount) => toRow('-', mount, before)),
			...appeared.map((mount) => toRow('+', mount, after)),
		],
		unchanged: stayed.length === 0 ? '' : count(stayed.length, 'mount'),
	};
}

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
