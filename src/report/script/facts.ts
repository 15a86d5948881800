import type { Fact } from '../../lesson/fact.ts';
import { quote } from './quote.ts';

/**
 * Returns the shell that prints a fact, by functions of `functions.sh`; undefined for one that only
 * prose uses.
 */
export function factCall(fact: Fact): string | undefined {
	const call = callOf(fact);
	return call === undefined ? undefined : `$(${call})`;
}

function callOf(fact: Fact): string | undefined {
	switch (fact.kind) {
		case 'cores':
			return 'getconf _NPROCESSORS_ONLN';
		case 'kernel':
			return 'uname -r';
		case 'pid':
			return `pid_of ${named(fact)}`;
		case 'inside-pid':
			return `inside_pid_of ${named(fact)}`;
		case 'shell':
			return `shell_of ${fact.terminal}`;
		case 'files':
			return `find ${quote(fact.path)} -type f | wc -l`;
		case 'loader':
			return `loader_of ${quote(fact.path)}`;
		case 'throttled':
			return throttledOf(fact.group);
		case 'killed':
			return killedOf(fact.group);
		case 'memory':
		case 'memory-used':
		case 'size':
		case 'other-processes':
			return undefined;
	}
}

/** Returns the shell that prints how often a cgroup was stopped for its quota. */
export function throttledOf(group: string): string {
	return `count_of nr_throttled "$cpu/${group}/cpu.stat"`;
}

/**
 * Returns the shell that prints how many processes of a cgroup were killed for its memory, from the
 * file of v1 or that of v2.
 */
export function killedOf(group: string): string {
	return `count_of oom_kill "$memory/${group}"/memory.{oom_control,events}`;
}

/** Returns the shell that prints how often a cgroup had no process left to give. */
export function refusedOf(group: string): string {
	return `count_of max "$pids/${group}/pids.events"`;
}

function named({ command, terminal }: { command: string; terminal: string | undefined }): string {
	return [quote(command), ...(terminal === undefined ? [] : [terminal])].join(' ');
}
