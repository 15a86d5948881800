/** The names of capabilities(7), each at the number of its bit. */
export const capabilityNames = [
	...['CAP_CHOWN', 'CAP_DAC_OVERRIDE', 'CAP_DAC_READ_SEARCH', 'CAP_FOWNER', 'CAP_FSETID'],
	...['CAP_KILL', 'CAP_SETGID', 'CAP_SETUID', 'CAP_SETPCAP', 'CAP_LINUX_IMMUTABLE'],
	...['CAP_NET_BIND_SERVICE', 'CAP_NET_BROADCAST', 'CAP_NET_ADMIN', 'CAP_NET_RAW'],
	...['CAP_IPC_LOCK', 'CAP_IPC_OWNER', 'CAP_SYS_MODULE', 'CAP_SYS_RAWIO', 'CAP_SYS_CHROOT'],
	...['CAP_SYS_PTRACE', 'CAP_SYS_PACCT', 'CAP_SYS_ADMIN', 'CAP_SYS_BOOT', 'CAP_SYS_NICE'],
	...['CAP_SYS_RESOURCE', 'CAP_SYS_TIME', 'CAP_SYS_TTY_CONFIG', 'CAP_MKNOD', 'CAP_LEASE'],
	...['CAP_AUDIT_WRITE', 'CAP_AUDIT_CONTROL', 'CAP_SETFCAP', 'CAP_MAC_OVERRIDE'],
	...['CAP_MAC_ADMIN', 'CAP_SYSLOG', 'CAP_WAKE_ALARM', 'CAP_BLOCK_SUSPEND', 'CAP_AUDIT_READ'],
	...['CAP_PERFMON', 'CAP_BPF', 'CAP_CHECKPOINT_RESTORE'],
] as const;

/** The name of a capability, such as `CAP_KILL`. */
export type Capability = (typeof capabilityNames)[number];

/** Whether there is a capability of this name. */
export function isCapability(name: string): name is Capability {
	return (capabilityNames as readonly string[]).includes(name);
}

/**
 * Returns the capabilities in a mask; bits without a name here are left out.
 * @param mask The mask in hexadecimal, as in proc_pid_status(5).
 */
export function decodeCapabilities(mask: string): ReadonlySet<Capability> {
	const bits = BigInt(`0x${mask}`);
	return new Set(capabilityNames.filter((_, bit) => (bits & (1n << BigInt(bit))) !== 0n));
}
