import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { makeBase } from '../../scripts/compare/base.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { type Lane, lanes, possibleLane, root, start } from '../helpers/lanes.ts';
import { openTerminal } from '../helpers/open-terminal.ts';
import { hasShellcheck, shellcheck } from '../helpers/shellcheck.ts';

let directory = '';
let file = '';
beforeAll(async () => {
	directory = mkdtempSync('/tmp/cuth-container-');
	chmodSync(directory, 0o755);
	file = join(directory, 'container.sh');
	const { stdout } = await start(possibleLane(), ['export', 'container']);
	writeFileSync(file, `${String(stdout)}\n`);
});
afterAll(() => {
	rmSync(directory, { recursive: true });
});

function command({ become }: Lane, ...words: readonly string[]): [string, string[]] {
	const [first = '', ...others] = [...become, 'bash', file, ...words];
	return [first, others];
}

const inContainer = (lane: Lane, ...words: readonly string[]) =>
	execa(...command(lane, ...words), { reject: false, stdin: 'ignore', cwd: '/' });

test('the script has at most a hundred lines', () => {
	expect(readFileSync(file, 'utf8').trim().split('\n').length).toBeLessThanOrEqual(100);
});

test('lesson 8 is taken home as this container', async () => {
	const { stdout } = await start(possibleLane(), ['export', '8']);
	expect(`${String(stdout)}\n`).toBe(readFileSync(file, 'utf8'));
});

(hasShellcheck() ? test : test.skip)('shellcheck has nothing to say about it', async () => {
	expect(await shellcheck(file)).toBe('');
});

for (const lane of lanes) {
	const check = lane.possible ? test : test.skip;

	check(`as ${lane.name}, it has a root, processes and a name of its own`, async () => {
		const before = takeInventory();
		const { stdout, exitCode } = await inContainer(
			lane,
			...['bash', '-c', 'echo $$; hostname; ls /proc/1/root; ls -d /etc; ps -e -o args; exit 3'],
		);
		expect(stdout).toMatch(/^1\nmy-container\n(?:bin\n)?dev\nlib\n/);
		expect(stdout).not.toMatch(/^(?:etc|root|home)$/m);
		expect(stdout).toMatch(/^COMMAND\nbash -c .*\nps -e -o args$/m);
		expect(exitCode).toBe(3);
		expect(await leftSince(before, 5000)).toEqual([]);
	});

	check(`as ${lane.name}, root in it can do little, and nothing outside`, async () => {
		const attempts = [
			'mount -t tmpfs none /tmp',
			'hostname other',
			'echo 1 >/proc/sys/vm/drop_caches',
		];
		const { stdout } = await inContainer(
			lane,
			...['bash', '-c', `echo new >/file; cat /file; ${attempts.join('; echo $?; ')}; echo $?`],
		);
		expect(stdout).toBe('new\n32\n1\n1');
	});

	check(
		`as ${lane.name}, it takes another directory as its base, and leaves that as it is`,
		async () => {
			const base = join(directory, `base-of-${lane.uid}`);
			makeBase(base);
			writeFileSync(join(base, 'from-base'), '');
			const words = ['env', `base=${base}`, 'bash', file, 'bash', '-c', 'echo >/made; ls /'];
			const { stdout } = await execa('env', [...lane.become, ...words], { stdin: 'ignore' });
			expect(stdout).toMatch(/^from-base$[^]*^made$/m);
			expect(existsSync(join(base, 'made'))).toBe(false);
		},
	);

	check(`as ${lane.name}, it has the limits, or says that it has none`, async () => {
		const before = takeInventory();
		const hungry = 'printf -v hungry %200000000s && echo full';
		const { stdout, stderr, exitCode } = await execa(
			...command(lane, 'bash', '-c', `${hungry}; echo on`),
			{ reject: false, stdin: 'ignore' },
		);
		expect(stdout).toBe('full\non');
		expect(exitCode).toBe(0);
		if (stderr !== '') {
			expect(stderr).toMatch(/^mkdir: .*\nSo there are no limits\. /s);
		}
		expect(await leftSince(before, 5000)).toEqual([]);
	});

	check.each(['SIGKILL', 'SIGTERM'] as const)(
		`as ${lane.name}, %s of the script ends the container, and leaves nothing`,
		async (signal) => {
			const before = takeInventory();
			const [first, words] = command(lane, 'bash', '-c', 'echo ready; sleep 4321; echo over');
			const running = execa(first, words, { reject: false, stdin: 'ignore' });
			await new Promise((resolve) => running.stdout.once('data', resolve));
			running.kill(signal);
			await running;
			expect(await leftSince(before, 10_000)).toEqual([]);
		},
	);

	check(
		`as ${lane.name}, a shell in a terminal: Ctrl-C is its own, and exit ends all`,
		async () => {
			const before = takeInventory();
			const terminal = openTerminal(...command(lane));
			try {
				await terminal.waitFor(/my-container#/, 20_000);
				terminal.press('echo process $$; sleep 4321\r');
				await terminal.waitFor(/process 1$/m);
				terminal.press('\u0003');
				await terminal.waitFor(/\^C/);
				terminal.press('exit 4\r');
				expect(await terminal.exit).toBe(4);
				expect(await leftSince(before, 5000)).toEqual([]);
			} finally {
				await terminal.close();
			}
		},
	);

	check(`as ${lane.name}, Ctrl-C ends a command that is process 1`, async () => {
		const before = takeInventory();
		const terminal = openTerminal(...command(lane, 'bash', '-c', 'echo ready; sleep 4321; echo'));
		try {
			await terminal.waitFor(/ready/, 20_000);
			terminal.press('\u0003');
			expect(await terminal.exit).toBe(130);
			expect(await leftSince(before, 5000)).toEqual([]);
		} finally {
			await terminal.close();
		}
	});
}

const withGroups = root.possible && existsSync('/sys/fs/cgroup/memory/cgroup.procs');
(withGroups ? test : test.skip)(
	'root: who takes more memory than the limit is killed',
	async () => {
		const before = takeInventory();
		writeFileSync(file, readFileSync(file, 'utf8').replace('memory=1000M', 'memory=64M'));
		const { stdout, exitCode } = await inContainer(
			root,
			...['bash', '-c', 'bash -c "printf -v hungry %200000000s"; echo $?'],
		);
		expect(stdout).toBe('137');
		expect(exitCode).toBe(0);
		expect(await leftSince(before, 5000)).toEqual([]);
	},
);
