import { count, memorySize } from '../amounts.ts';
import { coresOf } from '../limits.ts';
import type { CpuLimit, Group, MemoryLimit, PidsLimit, Snapshot } from '../../words/snapshot.ts';

/** One property of a group, compared by its value and shown as its text. */
export type Property = {
	readonly name: string;
	readonly value: string;
	readonly text: string;
};

/**
 * Returns the members, the limits and the kernel's counts of a group. How much it uses at the
 * moment is left out, because it never stays the same.
 */
export function propertiesOf(group: Group, snapshot: Snapshot): readonly Property[] {
	const { controllers, members, cpu, memory, pids, frozen } = group;
	return [
		property('controllers', controllers.join(', ')),
		{ name: 'holds', value: members.join(), text: nameMembers(members, snapshot) },
		...(cpu === undefined ? [] : cpuProperties(cpu, snapshot)),
		...(memory === undefined ? [] : memoryProperties(memory)),
		...(pids === undefined ? [] : pidsProperties(pids)),
		...(frozen === undefined ? [] : [property('frozen', frozen ? 'yes' : 'no')]),
	];
}

function cpuProperties(limit: CpuLimit, { machine }: Snapshot): readonly Property[] {
	const { throttled } = limit;
	return [
		property('cpu', quotaOf(limit, machine.cores)),
		property('throttled', throttled === 0 ? 'never' : count(throttled, 'time')),
	];
}

function quotaOf(limit: CpuLimit, coresThere: number): string {
	const cores = coresOf(limit);
	if (cores === undefined) {
		return limit.period === 100_000 ? 'no limit' : `no limit, in periods of ${limit.period} µs`;
	}

	const share = `${limit.quota} µs of every ${limit.period} µs: ${count(cores, 'core')}`;
	if (cores < coresThere) {
		return share;
	}

	return `${share}, ${cores === coresThere ? 'as many as' : 'more than'} there are`;
}

function memoryProperties({ limit, killed }: MemoryLimit): readonly Property[] {
	return [
		property('memory', limit === undefined ? 'no limit' : memorySize(limit)),
		property(
			'killed',
			killed === 0 ? 'nobody' : `${count(killed, 'process', 'processes')} for memory`,
		),
	];
}

function pidsProperties({ limit, refused }: PidsLimit): readonly Property[] {
	return [
		property('pids', limit === undefined ? 'no limit' : count(limit, 'process', 'processes')),
		property('refused', refused === 0 ? 'nobody' : count(refused, 'time')),
	];
}

function nameMembers(members: readonly number[], { processes }: Snapshot): string {
	const names = processes
		.filter(({ pid }) => members.includes(pid))
		.map(({ pid, command }) => `${pid} ${command}`);
	return names.length === 0
		? 'nobody'
		: names.length > 3
			? count(names.length, 'process', 'processes')
			: names.join(', ');
}

function property(name: string, text: string): Property {
	return { name, value: text, text };
}
