import { knownCalls } from '../engine/explain/calls/calls-that-matter.ts';

/**
 * The options of every trace. strace runs outside of the family of processes, so that nobody there
 * has another parent or another number for it. A terminal that is opened again goes on in the same
 * file (-A). strace passes over a call that a machine does not have.
 */
const common = [
	...['strace', '-D', '-f', '-qq', '-y', '-A', '-s', '128', '-e', 'signal=none'],
	...['-e', `trace=${knownCalls.map((name) => `?${name}`).join(',')}`],
];

/**
 * The words before a program that trace it, and everything that it starts; the first are the best.
 * With a filter in the kernel (strace 5.3) a step takes half the time, and numbers in PID
 * namespaces are told as the host counts, too (strace 5.9).
 */
export const straceCommands: readonly (readonly string[])[] = [
	[...common, '--seccomp-bpf', '--decode-pids=pidns'],
	[...common, '--seccomp-bpf'],
	common,
];

/**
 * Returns a command that tries to trace. With -D, strace tells only by the trace itself whether it
 * could.
 */
export function straceTrial(command: readonly string[]): readonly string[] {
	const script = `
said=$("$@" -o /dev/stderr true 2>&1)
case $said in *'execve('*) ;; *) printf '%s\\n' "$said" >&2; exit 1 ;; esac`;
	return ['bash', '-c', script, 'try', ...command];
}
