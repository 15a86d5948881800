import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { PlannedCgroup } from './cgroup/planned-cgroup.ts';
import { busEnvironment } from './cgroup/scope.ts';
import { startDirectory } from './environment.ts';
import { type Ledger, ledgerPath } from './ledger.ts';
import { KnownError } from '../text/known-error.ts';

/** Our end of the pipe to the guard. When it closes, the guard removes the stage. */
export type GuardConnection = {
	request(line: string): void;
	/** Waits for the line that starts with these words; resolves with the rest of it. */
	answer(words: string): Promise<string>;
	/** Lets go, and waits until the guard has removed the stage. */
	release(): Promise<void>;
};

/** Milliseconds; what it does takes a fraction of a second, and on a machine that starves half a minute. */
const patience = { answer: 120_000, end: 60_000 };

/** Starts the guard in a session of its own, so that neither Ctrl-C nor a closed terminal reaches it. */
export function startGuard(ledger: Ledger, { start }: PlannedCgroup): GuardConnection {
	const guard = [process.execPath, guardFile(), ledgerPath(ledger)];
	const [file = '', ...arguments_] = start(guard);
	const child = spawn(file, arguments_, {
		detached: true,
		cwd: startDirectory,
		stdio: ['pipe', 'pipe', 'ignore'],
		env: { ...process.env, ...busEnvironment() },
	});
	child.stdin.on('error', () => undefined);
	const ended = new Promise<void>((resolve) => {
		child.once('close', resolve);
		child.once('error', resolve);
	});

	return {
		request(line) {
			child.stdin.write(`${line}\n`);
		},
		answer: answers(child),
		async release() {
			child.stdin.end();
			// A guard that is stuck must not hold us up for ever.
			await Promise.race([ended, delay(patience.end, undefined, { ref: false })]);
			child.unref();
		},
	};
}

/** Built beside the program; see scripts/build/bundle.ts. */
function guardFile(): string {
	const here = fileURLToPath(new URL('guard.js', import.meta.url));
	return existsSync(here) ? here : fileURLToPath(new URL('../../dist/guard.js', import.meta.url));
}

function answers(child: ChildProcess): GuardConnection['answer'] {
	const lines: string[] = [];
	const troubles: string[] = [];
	const waiting = new Set<() => void>();
	let over = false;
	const tell = () => {
		waiting.forEach((look) => {
			look();
		});
	};

	if (child.stdout !== null) {
		createInterface({ input: child.stdout }).on('line', (line) => {
			(line.startsWith('trouble ') ? troubles : lines).push(line.replace(/^trouble /, ''));
			over ||= line === 'ended';
			tell();
		});
	}

	child.once('close', () => {
		over = true;
		tell();
	});

	return (words) =>
		new Promise((resolve, reject) => {
			const look = () => {
				const at = lines.findIndex((line) => line.startsWith(`${words} `));
				if (at >= 0) {
					waiting.delete(look);
					resolve(lines.splice(at, 1)[0]?.slice(words.length + 1) ?? '');
				} else if (over) {
					waiting.delete(look);
					reject(
						new KnownError(
							`The sandbox could not be prepared: ${troubles.join(' ') || 'its first process ended.'}`,
							{ fix: '`containers-under-the-hood doctor` says what this machine allows.' },
						),
					);
				}
			};

			setTimeout(() => {
				waiting.delete(look);
				reject(
					new KnownError('The process that keeps the sandbox does not answer.', {
						fix: 'Try again; `containers-under-the-hood cleanup` removes what it has left.',
					}),
				);
			}, patience.answer).unref();
			waiting.add(look);
			look();
		});
}
