import type { Row, Section } from '../difference.ts';
import type { Group, Snapshot } from '../../words/snapshot.ts';
import { changes } from './changes.ts';
import { propertiesOf } from './group-properties.ts';

/** Compares the cgroups of two looks, by their members, limits and counts. */
export function compareCgroups(before: Snapshot, after: Snapshot): Section {
	const { appeared, went, stayed } = changes(before.groups, after.groups, ({ path }) => path);
	const compared = stayed.map(([was, is]) => ({
		path: is.path,
		rows: changedRows(was, before, is, after),
	}));
	const same = compared.filter(({ rows }) => rows.length === 0);
	return {
		name: 'cgroups',
		rows: [
			...went.map(({ path }): Row => ({ sign: '-', subject: path, detail: '' })),
			...appeared.flatMap((group) => newRows(group, after)),
			...compared.flatMap(({ rows }) => rows),
		],
		unchanged: same.length === 0 ? '' : same.map(({ path }) => path).join(', '),
	};
}

/**
 * Returns the rows for a group that appeared: that it is there, and what differs from a group just
 * made.
 */
function newRows(group: Group, after: Snapshot): readonly Row[] {
	const fresh: Group = {
		...group,
		members: [],
		cpu: group.cpu && { ...group.cpu, quota: undefined, period: 100_000, throttled: 0 },
		memory: group.memory && { limit: undefined, usage: 0, killed: 0 },
		pids: group.pids && { limit: undefined, refused: 0 },
		frozen: group.frozen === undefined ? undefined : false,
	};
	const detail = `for ${group.controllers.join(', ')}`;
	return [{ sign: '+', subject: group.path, detail }, ...changedRows(fresh, after, group, after)];
}

function changedRows(was: Group, before: Snapshot, is: Group, after: Snapshot): readonly Row[] {
	const properties = propertiesOf(was, before);
	const { stayed } = changes(properties, propertiesOf(is, after), ({ name }) => name);
	return stayed
		.filter(([old, now]) => old.value !== now.value)
		.map(([old, now]) => ({
			sign: '~',
			subject: `${is.path} ${now.name}`,
			detail: `${now.text} (was: ${old.text})`,
		}));
}
