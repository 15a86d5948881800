import type { Diagnosis } from './reading.ts';

/**
 * Diagnoses for what is often typed in the belief that it does something else: nothing is printed,
 * and nothing fails.
 */
export const misconceptions: readonly Diagnosis[] = [
	{
		typed: /unshare\b(?=.*(?:--pid|\s-\w*p))(?!.*(?:--fork|\s-\w*f))/,
		means:
			'Without `--fork`, the program itself stays in the old PID namespace: only its children are in the new one, and the first of them is its process 1.',
	},
	{
		typed: /unshare\b.*--mount-proc(?!=).*\bchroot\b/,
		means:
			'`--mount-proc` mounts over the /proc of the host, and the container has another one. Name that: `--mount-proc=DIRECTORY/proc`.',
	},
	{
		typed: /unshare\b(?=.*(?:--pid|\s-\w*p))(?!.*(?:--mount-proc|mount .*proc)).*\bps\b/,
		means:
			'ps reads /proc, and that is still the one of the host. Add `--mount-proc`, or mount a new one inside.',
	},
	{
		typed: /\bkill -(?:9|KILL|s KILL) 1\b/,
		means:
			'From inside its namespace, process 1 gets no signal that it does not handle, not even SIGKILL. From outside, by its other number, it does.',
	},
	{
		typed: /^cgdelete\b.*,/,
		means:
			'On v1, `cgdelete` removes the group from the first controller only, and says nothing. Call it once for each, or use `rmdir`.',
	},
	{
		typed: /cfs_quota_us=.*_NPROCESSORS|cfs_quota_us.*\* *\$/,
		means:
			'The quota is for all cores together: the period times the number of cores limits nothing. One core is a quota as long as the period.',
	},
	{
		typed: /\brm\b.*--one-file-system/,
		means:
			'`--one-file-system` does not protect what is mounted from the same file system. Unmount it first.',
	},
];
