import type { NamespaceName } from './namespace-kind.ts';

/**
 * One line of a lesson's ```expect block. `text` is the author's sentence; strings may have
 * `{{…}}`, which is filled in from the run before the check.
 */
export type Expectation = { readonly text: string; readonly line: number } & ExpectationKind;

/** What an expectation says, by the form of its sentence. */
export type ExpectationKind =
	/**
	 * `exit 127`, of the step's last command; `exit 127 from chroot`, of the command that begins so.
	 * Commands that no line names must exit with 0.
	 */
	| { readonly kind: 'exit'; readonly code: number; readonly command: string | undefined }
	/**
	 * `output contains TEXT`, `output lacks TEXT`, `output matches /PATTERN/`: about what all
	 * commands of the step printed.
	 */
	| {
			readonly kind: 'output';
			readonly test: 'contains' | 'lacks' | 'matches';
			readonly value: string;
			/** What the pattern looks for, in words for learners: `output matches /PATTERN/: WORDS`. */
			readonly words?: string;
	  }
	/**
	 * `process COMMAND runs`, `process COMMAND is gone`, which means that it was there before the
	 * step.
	 */
	| { readonly kind: 'process'; readonly command: string; readonly state: 'runs' | 'gone' }
	/**
	 * `container-1 sees COMMAND`, `container-1 does not see COMMAND`, `container-1 sees the host`,
	 * `container-1 does not see the host`.
	 */
	| {
			readonly kind: 'sees';
			readonly terminal: string;
			/** A command line; undefined for the processes that are not the stage's. */
			readonly command: string | undefined;
			readonly sees: boolean;
	  }
	/** `process COMMAND has a pid namespace of its own`, `process COMMAND shares the pid namespace of the host`. */
	| {
			readonly kind: 'namespace';
			readonly command: string;
			readonly name: NamespaceName;
			readonly own: boolean;
	  }
	/** `process COMMAND shares the net namespace of process OTHER`, `… is in another net namespace than process OTHER`. */
	| {
			readonly kind: 'same-namespace';
			readonly command: string;
			readonly name: NamespaceName;
			readonly other: string;
			readonly same: boolean;
	  }
	/**
	 * `process COMMAND has the root my-container`, `… has the root of the host`: what `/` is for the
	 * process.
	 */
	| { readonly kind: 'root'; readonly command: string; readonly path: string }
	/**
	 * `process COMMAND has the capability CAP_KILL`, `process COMMAND lacks …`: about its effective
	 * set.
	 */
	| {
			readonly kind: 'capability';
			readonly command: string;
			readonly capability: string;
			readonly has: boolean;
	  }
	/** `process COMMAND may gain no privileges`: no_new_privs is set. */
	| { readonly kind: 'no-new-privileges'; readonly command: string }
	/**
	 * `process COMMAND has the device eth0`, `… the address 10.0.0.2`, `… the gateway 10.0.0.1`, `…
	 * has heard from 10.0.0.1`: about its network namespace.
	 */
	| {
			readonly kind: 'network';
			readonly command: string;
			readonly what: 'device' | 'address' | 'gateway' | 'neighbour';
			readonly value: string;
	  }
	/**
	 * `process COMMAND sends at most 1M a second`: it does send, out of its network namespace, and no
	 * more bytes than these.
	 */
	| { readonly kind: 'sends'; readonly command: string; readonly most: string }
	/** `process COMMAND keeps the old root`, `… has lost the old root`: whether the host's `/` is in its mount namespace. */
	| { readonly kind: 'old-root'; readonly command: string; readonly kept: boolean }
	/** `process COMMAND is 1 inside`: about its number in its own PID namespace. */
	| { readonly kind: 'inside-pid'; readonly command: string; readonly pid: string }
	/**
	 * `process COMMAND catches SIGTERM`, `process 1 of COMMAND …`: whether it has a handler for the
	 * signal.
	 */
	| {
			readonly kind: 'catches';
			readonly command: string;
			/** Whether the process itself is meant, or process 1 of its PID namespace. */
			readonly who: 'itself' | 'process-1';
			readonly signal: string;
			readonly catches: boolean;
	  }
	/**
	 * `file my-container/usr/bin/bash exists`, `file … is missing`: about a path below the sandbox.
	 */
	| { readonly kind: 'file'; readonly path: string; readonly exists: boolean }
	/**
	 * `directory my-container/bin exists`: about a path below the sandbox, which must not be a link.
	 */
	| { readonly kind: 'directory'; readonly path: string }
	/**
	 * `mount my-container/proc exists`, `mount … is missing`: about a path below the sandbox, in any
	 * mount namespace of the stage.
	 */
	| { readonly kind: 'mount'; readonly path: string; readonly exists: boolean }
	/** `group container-group exists`, `… is missing`. */
	| { readonly kind: 'group'; readonly group: string; readonly exists: boolean }
	/** `group container-group holds COMMAND`: the process is in the group with every controller. */
	| { readonly kind: 'group-holds'; readonly group: string; readonly command: string }
	/**
	 * `group container-group gets 1 core`, `… gets {{cores}} cores`, `… gets every core`, which means
	 * no quota.
	 */
	| { readonly kind: 'group-cores'; readonly group: string; readonly cores: string }
	/** `group container-group was throttled`, `… was not throttled`: during the step. */
	| { readonly kind: 'group-throttled'; readonly group: string; readonly throttled: boolean }
	/** `group container-group gets 1000M of memory`, `… gets all memory`, which means no limit. */
	| { readonly kind: 'group-memory'; readonly group: string; readonly memory: string }
	/**
	 * `group container-group gets 20 processes`, `… gets any number of processes`, which means no
	 * limit.
	 */
	| { readonly kind: 'group-processes'; readonly group: string; readonly processes: string }
	/**
	 * `group container-group refused a process`, `… refused nothing`: by the kernel's own count
	 * during the step.
	 */
	| { readonly kind: 'group-refused'; readonly group: string; readonly refused: boolean }
	/**
	 * `group container-group killed a process`, `… killed nothing`: by the kernel's own count during
	 * the step.
	 */
	| { readonly kind: 'group-killed'; readonly group: string; readonly killed: boolean };

/**
 * Returns the sentence that learners read: the author's, with other words for a pattern, and for
 * what must be gone.
 */
export function shownSentence(expectation: Expectation): string {
	// Whatever is there must go, a directory as well.
	if (expectation.kind === 'file' && !expectation.exists) {
		return `nothing at ${expectation.path}`;
	}
	const words = expectation.kind === 'output' ? expectation.words : undefined;
	return words === undefined ? expectation.text : `output: ${words}`;
}
