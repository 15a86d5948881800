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
			...appeared
				.filter((mount) => !isInherited(mount, before))
				.map((mount) => toRow('+', mount, after)),
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

/** A new mount namespace begins as a copy of the one it was made from; the copies are no news. */
function isInherited(mount: Mount, before: Snapshot): boolean {
	const wasThere = before.mounts.some(({ namespace }) => namespace === mount.namespace);
	const isCopy = before.mounts.some(({ path, type }) => path === mount.path && type === mount.type);
	return isCopy && !wasThere && !mount.onStage;
}

function keyOf({ namespace, type, path }: Mount): string {
	return `${namespace} ${type} ${path}`;
}
