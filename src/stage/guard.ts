import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { thisMachine } from '../kernel/port/this-machine.ts';
import { cgroupSetup } from './cgroup/cgroup-setup.ts';
import { shareScope } from './cgroup/scope.ts';
import { stageEnvironment } from './environment.ts';
import { identify } from '../kernel/identity.ts';
import { stageCommand } from './stage-script.ts';
import { readLedger, writeLedger } from './ledger.ts';
import { stageVariable } from './stage-mark.ts';
import { removeStage } from './remove-stage.ts';

/**
 * Runs the process that outlives the program. Its standard input is a leash: requests for the stage
 * come over it, and when it closes, for whatever reason, the program is gone and the stage is
 * removed. Its standard output carries the stage's answers, then `removed`.
 */
function guard(ledgerFile: string, inScope: boolean): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) {
		process.on(signal, () => {
			// The end of the leash is the only thing that ends the guard.
		});
	}

	// Nobody may be left to read the answers.
	process.stdout.on('error', () => undefined);

	const found = readLedger(ledgerFile);
	if (found === undefined) {
		return;
	}

	const cgroup = inScope ? shareScope() : found.cgroup;
	const ledger = { ...found, cgroup, guard: identify(thisMachine, process.pid) };
	writeLedger(ledger);
	const setup = cgroupSetup(ledger.cgroup);
	setup.create();
	const [file = 'bash', ...arguments_] = stageCommand(ledger, setup);
	const stage = spawn(file, arguments_, {
		stdio: ['pipe', 'pipe', 'pipe'],
		env: {
			...stageEnvironment(ledger.sandbox),
			...(ledger.privilege === 'none' ? { [stageVariable]: ledger.sandbox } : {}),
		},
	});
	stage.stdin.on('error', () => undefined);
	stage.stdout.pipe(process.stdout, { end: false });
	createInterface({ input: stage.stderr }).on('line', (line) => {
		process.stdout.write(`trouble ${line}\n`);
	});

	const ended = new Promise<void>((resolve) => {
		stage
			.once('exit', () => {
				resolve();
			})
			.once('error', () => {
				resolve();
			});
	});

	const end = async () => {
		if (ledger.privilege !== 'none') {
			// The stage's process may be about to join its cgroup, which then could not be removed.
			stage.kill('SIGKILL');
			await ended;
		}

		const left = await removeStage(ledger);
		process.stdout.write(left === undefined ? 'removed\n' : `trouble ${left}\n`, () => {
			process.exit();
		});
	};

	stage.on('error', (error) => {
		process.stdout.write(`trouble ${error.message}\nended\n`);
	});
	stage.on('exit', () => {
		process.stdout.write('ended\n');
	});
	process.stdin.on('data', (request) => {
		stage.stdin.write(request);
	});
	process.stdin.once('close', () => void end());
}

try {
	guard(process.argv[2] ?? '', process.argv[3] === 'scope');
} catch (error) {
	// The program that started the guard removes what there is by now.
	process.stdout.write(`trouble ${(error as Error).message}\n`);
	process.exitCode = 1;
}
