import { decodeCapabilities } from '../../../lesson/capability.ts';
import type { Process, Snapshot } from '../../words/snapshot.ts';

/** The number of capabilities that are named: more names would fill the row. */
const mostNames = 2;

/**
 * Returns what a process is allowed less than the learner's own shell on the host; empty where they
 * are allowed the same.
 */
export function privilegesOf(process: Process, snapshot: Snapshot): string {
	const parts = [
		lackOf(process, hostShell(snapshot)),
		process.noNewPrivileges === true ? 'no_new_privs' : '',
	];
	return parts.filter((part) => part !== '').join(' · ');
}

/**
 * Returns the capabilities that a process lacks. In a user namespace of its own the same words
 * would mean something else, so nothing is said of it.
 */
function lackOf(process: Process, shell: Process | undefined): string {
	if (shell === undefined || process.ownNamespaces.user !== undefined) {
		return '';
	}
	const own = decodeCapabilities(process.capabilities ?? '0');
	const all = decodeCapabilities(shell.capabilities ?? '0');
	const lacking = [...all].filter((name) => !own.has(name));
	if (lacking.length === 0) {
		return '';
	}
	if (own.size === 0) {
		return 'no capabilities';
	}
	return lacking.length <= mostNames
		? `without ${lacking.join(' and ')}`
		: `${own.size} of ${all.size} capabilities`;
}

/**
 * Returns the learner's own shell on the host, which is the one there that no other process of the
 * stage has started.
 */
function hostShell({ processes }: Snapshot): Process | undefined {
	const pids = new Set(processes.map(({ pid }) => pid));
	return processes.find(({ terminal, parent }) => terminal === 'host' && !pids.has(parent));
}
