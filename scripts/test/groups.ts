import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../run/root.js';

/** The leaders of the process groups that were started here. */
const leaders = new Set<number>();

/** Starts a command in a process group of its own, with which all ends that it starts in turn. */
export function startGroup(
	file: string,
	words: readonly string[],
	options: SpawnOptions,
): ChildProcess {
	const child = spawn(file, words, { cwd: root, detached: true, ...options });
	if (child.pid !== undefined) {
		leaders.add(child.pid);
	}
	return child;
}

/**
 * Passes a signal on to all groups, and waits until they are gone; those that do not go are killed.
 * @param patience milliseconds
 */
export async function endGroups(signal: NodeJS.Signals, patience = 10_000): Promise<void> {
	await sendAll(signal, () => [...leaders].map((leader) => -leader), patience);
}

/**
 * Sends a signal to processes, or groups, and waits until they are gone; kills what is left.
 * @param find them, as they are now
 * @param patience milliseconds
 */
export async function sendAll(
	signal: NodeJS.Signals | 0,
	find: () => readonly number[],
	patience: number,
): Promise<void> {
	for (const [one, milliseconds] of [[signal, patience] as const, ['SIGKILL', 2000] as const]) {
		for (const pid of find()) {
			send(one, pid);
		}
		const deadline = Date.now() + milliseconds;
		while (find().some((pid) => send(0, pid)) && Date.now() < deadline) {
			await sleep(20);
		}
	}
}

/** @returns whether there is anybody who may be sent it */
function send(signal: NodeJS.Signals | 0, pid: number): boolean {
	try {
		return process.kill(pid, signal);
	} catch {
		return false;
	}
}
