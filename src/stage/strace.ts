import { knownCalls } from '../engine/trace/calls-that-matter.ts';

/**
 * From outside of the processes' family, so that nobody there has another parent or another number for it. A
 * terminal that is opened again goes on in the same file (-A). strace passes over a call that a machine
 * has not.
 */
const common = [
	...['strace', '-D', '-f', '-qq', '-y', '-A', '-s', '128', '-e', 'signal=none'],
	...['-e', `trace=${knownCalls.map((name) => `?${name}`).join(',')}`],
];

/**
 * The words before a program that trace it, and all it starts; the first are the best. With a filter
 * in the kernel (strace 5.3) a step takes half the time, and numbers in PID namespaces are told as
 * the host counts, too (strace 5.9).
 */
export const straceCommands: readonly (readonly string[])[] = [
	[...common, '--seccomp-bpf', '--decode-pids=pidns'],
	[...common, '--seccomp-bpf'],
	common,
];

/** With -D strace says by nothing else than the trace whether it could trace. */
export function straceTrial(command: readonly string[]): readonly string[] {
	const script = `
said=$("$@" -o /dev/stderr true 2>&1)
case $said in *'execve('*) ;; *) printf '%s\\n' "$said" >&2; exit 1 ;; esac`;
	return ['bash', '-c', script, 'try', ...command];
}
