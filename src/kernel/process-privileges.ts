/** What a process may, from proc_pid_status(5). */
export type ProcessPrivileges = {
	/** The effective set, in hexadecimal. */
	readonly capabilities: string;
	readonly noNewPrivileges: boolean;
};

export function parsePrivileges(status: string): ProcessPrivileges {
	return {
		capabilities: /^CapEff:\s*(\w+)$/m.exec(status)?.[1] ?? '0',
		noNewPrivileges: /^NoNewPrivs:\s*1$/m.test(status),
	};
}
