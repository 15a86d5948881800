import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { test } from '@jest/globals';
import { execa, execaSync } from 'execa';

const namespaces = ['--user', '--map-root-user', '--mount', '--propagation', 'private'];
const PATH = `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;

/** For tests that need user and PID namespaces and a procfs of their own. */
export const stageTest =
	execaSync('unshare', [...namespaces, '--pid', '--fork', '--mount-proc', 'true'], {
		reject: false,
	}).exitCode === 0
		? test
		: test.skip;

/** The least that makes a stage: a shell in a mount namespace where the sandbox is bound onto itself. */
export type TestStage = {
	readonly sandbox: string;
	/** In the command line of everything that a test starts, and of nothing else. */
	readonly mark: string;
	/** Pid of the first shell. */
	readonly shell: number;
	/** What the line printed. */
	type(line: string): Promise<string>;
	/** Waits for the process that calls itself MARK-NAME. */
	pidOf(name: string): Promise<number>;
	/** All that the test started, by pid, found without the code under test. */
	processes(): number[];
	close(): Promise<void>;
};

export async function openStage(
	sandbox = mkdtempSync(join(tmpdir(), 'kernel-test-')),
): Promise<TestStage> {
	const mark = randomBytes(6).toString('hex');
	mkdirSync(sandbox, { recursive: true });
	const bash = execa('unshare', [...namespaces, 'bash', '--noprofile', '--norc'], {
		cwd: sandbox,
		env: { PATH, MARK: mark, LC_ALL: 'C' },
		reject: false,
		buffer: false,
		all: true,
	});
	const shell = bash.pid ?? 0;
	let output = '';
	bash.all.on('data', (chunk: Buffer) => (output += chunk.toString()));

	const stage: TestStage = {
		sandbox,
		mark,
		shell,
		async type(line) {
			const end = randomBytes(6).toString('hex');
			output = '';
			bash.stdin.write(`${line}\necho ${end.slice(0, 6)}''${end.slice(6)}\n`);
			await until(`${line} has ended:\n${output}`, () => output.includes(end) || undefined);
			return output.slice(0, output.indexOf(end)).trim();
		},
		pidOf: (name) =>
			until(
				`${name} runs:\n${output}`,
				() => commandLines().find(([, command]) => command.startsWith(`${mark}-${name}`))?.[0],
			),
		processes: () => [shell, ...marked(mark)].sort((one, other) => one - other),
		async close() {
			for (const pid of [...marked(mark), shell]) {
				kill(pid);
			}

			await bash;
			rmSync(sandbox, { recursive: true, force: true });
		},
	};
	await stage.type('mount --bind "$PWD" "$PWD"; cd "$PWD"');
	return stage;
}

/** Copies programs with everything ldd names into a directory, under the same names. */
export function furnish(root: string, programs: readonly string[]): void {
	const files = programs.flatMap((program) => {
		const file = execaSync('which', [program], { env: { PATH } }).stdout;
		return [file, ...(execaSync('ldd', [file]).stdout.match(/\/[^\s):]+/g) ?? [])];
	});
	for (const file of new Set(files)) {
		mkdirSync(join(root, dirname(file)), { recursive: true });
		cpSync(file, join(root, dirname(file), basename(file)), { dereference: true });
	}
}

export async function until<Value>(what: string, look: () => Value | undefined): Promise<Value> {
	for (let attempt = 0; attempt < 500; attempt += 1) {
		const seen = look();
		if (seen !== undefined) {
			return seen;
		}

		await delay(10);
	}

	throw new Error(`Waited five seconds in vain until ${what}`);
}

function marked(mark: string): number[] {
	return commandLines()
		.filter(([, command]) => command.includes(mark))
		.map(([pid]) => pid);
}

function commandLines(): [number, string][] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((pid) => [Number(pid), readOrNothing(`/proc/${pid}/cmdline`)]);
}

function readOrNothing(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}

function kill(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It has ended with the one before.
	}
}
