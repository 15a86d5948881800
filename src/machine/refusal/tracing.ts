import type { Missing } from '../../engine/words/provisions.ts';
import { asRoot } from '../root-advice.ts';
import { seemsContained, startForNamespaces } from '../container-flags.ts';
import type { Findings } from '../findings.ts';
import type { Refused } from '../trials.ts';

/**
 * Returns why strace(1), which is installed, may not trace a program that it has started itself,
 * and what would help; ptrace(2).
 */
export function explainTracing({ words }: Refused, findings: Findings): Missing {
	const { circumstances } = findings;
	const { ptraceScope = 0, privileges, securityModules } = circumstances;
	const last = words
		.split('\n')
		.filter((line) => line.startsWith('strace: '))
		.at(-1);
	// The number of a process, which nobody knows, is left out.
	const said = last === undefined ? '' : ` (${last.replace(/, \d+\)/, ')')})`;
	if (ptraceScope >= 3) {
		return {
			cause: `Nobody may trace programs here: kernel.yama.ptrace_scope is ${ptraceScope}${said}.`,
			fix: 'It cannot be lowered while the machine runs. Find what sets it, below /etc/sysctl.d or in the options of the kernel, make it 1, and start the machine again.',
		};
	}

	if (ptraceScope > 0) {
		const who = ptraceScope === 1 ? 'its parents' : 'root';
		return {
			cause: `A program may only be traced by ${who} here: kernel.yama.ptrace_scope is ${ptraceScope}${said}.`,
			fix: asRoot(
				'Allow it until the machine is started again',
				['sysctl -w kernel.yama.ptrace_scope=0'],
				findings,
			),
		};
	}

	if (privileges.seccomp !== 'off') {
		return {
			cause: `A seccomp filter forbids tracing programs${said}.`,
			fix: seemsContained(circumstances)
				? startForNamespaces(circumstances)
				: 'The filter is part of what started this shell, such as a service or a confined app. Start the program in a terminal of its own.',
		};
	}

	if (securityModules.seLinux === 'enforcing') {
		return {
			cause: `SELinux is enforcing, and its rules refuse tracing programs${said}.`,
			fix: asRoot(
				'Allow it until the machine is started again',
				['setsebool deny_ptrace off'],
				findings,
			),
		};
	}

	return {
		cause: `The kernel refuses tracing programs here${said}.`,
		fix: 'Look whether this works, and what it says: `strace true`.',
	};
}
