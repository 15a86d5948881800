import { existsSync, readFileSync } from 'node:fs';

/** The limits of a process by its groups, as the host sees them; Infinity where there is none. */
export type Limits = {
	readonly cores: number;
	/** Bytes. */
	readonly memory: number;
	readonly processes: number;
};

/** The path of a process's group by its controller; by none on cgroup v2. */
type Groups = ReadonlyMap<string, string>;

export function limitsOf(pid: string): Limits {
	const groups: Groups = new Map(
		readFileSync(`/proc/${pid}/cgroup`, 'utf8')
			.trimEnd()
			.split('\n')
			.flatMap((line) => {
				const [, controllers = '', path = ''] = line.split(':');
				return controllers.split(',').map((controller) => [controller, path] as const);
			}),
	);
	return existsSync('/sys/fs/cgroup/cgroup.controllers')
		? onV2(groups.get('') ?? '')
		: onV1(groups);
}

const top = '/sys/fs/cgroup';
const unlimited = 2 ** 60;

function onV2(path: string): Limits {
	const [time = '', period] = read(`${top}${path}/cpu.max`, 'max 100000').split(' ');
	return {
		cores: numberOf(time) / Number(period),
		memory: numberOf(read(`${top}${path}/memory.max`, 'max')),
		processes: numberOf(read(`${top}${path}/pids.max`, 'max')),
	};
}

function onV1(groups: Groups): Limits {
	const file = (controller: string, name: string) =>
		`${top}/${controller}${groups.get(controller) ?? ''}/${name}`;
	const time = Number(read(file('cpu', 'cpu.cfs_quota_us'), '-1'));
	return {
		cores: time < 0 ? Infinity : time / Number(read(file('cpu', 'cpu.cfs_period_us'), '100000')),
		memory: numberOf(read(file('memory', 'memory.limit_in_bytes'), 'max')),
		processes: numberOf(read(file('pids', 'pids.max'), 'max')),
	};
}

const read = (file: string, otherwise: string) =>
	existsSync(file) ? readFileSync(file, 'utf8').trim() : otherwise;

/** What is no limit is a word on v2, and a number that no machine reaches on v1. */
const numberOf = (text: string) =>
	text === 'max' || Number(text) > unlimited ? Infinity : Number(text);
