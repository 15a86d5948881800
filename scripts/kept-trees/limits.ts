type Limits = {
	/** The group's directories, as someone on the stage names them. */
	readonly directories: readonly string[];
	/** The line that makes the group and limits it: a fifth of a processor, 50 MiB, 20 processes. */
	readonly group: string;
};

export function limits(version: string): Limits {
	return version === 'v1' ? v1 : v2;
}

const mount = '/sys/fs/cgroup';

const v1: Limits = {
	directories: ['cpu', 'memory', 'pids'].map((name) => `${mount}/${name}/container-group`),
	group: [
		`mkdir ${mount}/{cpu,memory,pids}/container-group`,
		`echo 20000 > ${mount}/cpu/container-group/cpu.cfs_quota_us`,
		`echo 50M > ${mount}/memory/container-group/memory.limit_in_bytes`,
		`echo 20 > ${mount}/pids/container-group/pids.max`,
	].join(' && '),
};

const v2: Limits = {
	directories: [`${mount}/container-group`],
	group: [
		`mkdir ${mount}/container-group`,
		`echo "20000 100000" > ${mount}/container-group/cpu.max`,
		`echo 50M > ${mount}/container-group/memory.max`,
		`echo 20 > ${mount}/container-group/pids.max`,
	].join(' && '),
};
