import type { Diagnosis } from './reading.ts';

/**
 * Diagnoses for exit codes above 128, which are 128 and the number of a signal; these say more than
 * others.
 */
export const signalReadings: readonly Diagnosis[] = [
	{
		says: /The shell of this terminal has ended/,
		means:
			'The line ended the very shell that it was typed into, as a `kill` of its own number does. Variables and background jobs are gone with it.',
	},
	{
		exit: 137,
		means:
			'It was killed by SIGKILL. If no `kill -9` was typed, the kernel did it, because its group was over its memory limit: look for `oom_kill` in `memory.events`, on v1 in `memory.oom_control`.',
	},
	{
		exit: 143,
		means:
			'It was ended by SIGTERM: by a `kill`, or by systemd, which stops a whole scope after one process in it was out of memory, unless the scope is delegated.',
	},
	{
		exit: 159,
		means: 'A seccomp filter killed it for a system call that it forbids; dmesg names the call.',
	},
	{
		exit: 47,
		typed: /\bps\b/,
		means: 'ps found no procfs. Mount it: `mount -t proc proc /proc`.',
	},
];
