import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { execa } from 'execa';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';
import { slim } from './debian-root.ts';
import { dockerTests } from './docker/docker-tests.ts';
import { commandsOf } from './docker/documented.ts';
import { withoutNetwork } from './docker/run.ts';
import { pressUntil } from '../helpers/press-until.ts';
import {
	everything,
	passedIn,
	readinessOf,
	withoutMounts,
	withoutNewPrivileges,
} from './passed.ts';
import { resultOf } from './result.ts';

// Each command of the document is run as it stands there.

const [build = '', ...lines] = commandsOf('docs/in-a-container.md');
const [privileged = '', unprivileged = '', asItComes = '', readOnly = '', ...others] = lines;
const [doctor = '', withVolume = '', ...untested] = others;

const { check, daemon } = dockerTests(slim, async (running, base) => {
	// A base of our own, and the network of the machine: there is none behind the tests' bridge.
	const options = ['--build-arg', `BASE=${base}`, '--network', 'host', '--quiet'];
	await running.withOuterNetwork(async () => {
		await running.docker([...build.split(' ').slice(1), ...options]);
		await running.docker(['build', '--target', 'tools', '--tag', 'cuth-tools', ...options, '.']);
	});
});

const kinds = [
	{ title: 'everything', line: privileged, passed: everything },
	{
		title: 'everything but the limits',
		line: unprivileged,
		passed: withoutNewPrivileges,
	},
	{ title: 'as it comes', line: asItComes, passed: withoutMounts },
	{ title: 'with a read-only root', line: readOnly, passed: withoutMounts },
];

for (const { title, line, passed } of kinds) {
	check(`${title}: the walkthrough shows what can run, and q ends it`, () =>
		onTerminal(line, async (terminal) => {
			const list = await terminal.waitFor(/0 of \d+ lessons finished[^]*quit$/, 20_000);
			const marks = [...list.matchAll(/\d min +(?:– )?(ready|limited|not here)$/gm)];
			expect(marks.map(([, mark]) => mark)).toEqual(readinessOf(passed));
			terminal.press('q');
			expect(await terminal.exit).toBe(0);
		}),
	);

	check(`${title}: every lesson runs as far as the document says`, async () => {
		const before = takeInventory();
		const { stdout, stderr, exitCode } = await perform(`${line} run --json`);
		const result = await resultOf(`${stdout}\n`);
		expect(withoutNetwork(stderr)).toBe('');
		expect(result.failures).toEqual([]);
		expect(passedIn(result)).toEqual(passed);
		expect(exitCode).toBe(0);
		expect(await leftSince(before, 5000)).toEqual([]);
	});
}

check('as it comes: the first two lessons are walked to their end', () =>
	onTerminal(asItComes, async (terminal) => {
		await terminal.waitFor(/0 of \d+ lessons finished/, 20_000);
		await pressUntil(terminal, /A root of its own[^]*6 steps passed/);
		await pressUntil(terminal, /Bash moves in[^]*11 steps passed/);
		terminal.press('q');
		expect(await terminal.exit).toBe(0);
		expect(terminal.text()).toContain('All that the lessons made is removed.');
	}),
);

check('as it comes: docker stop ends it in the middle of a lesson, and it cleans up first', () =>
	onTerminal(asItComes.replace(' run ', ' run --name stopped '), async (terminal) => {
		await terminal.waitFor(/0 of \d+ lessons finished/, 20_000);
		await pressUntil(terminal, /exit 127/);
		await daemon().docker(['stop', 'stopped']);
		expect(await terminal.exit).toBe(143);
		expect(terminal.text()).toContain('All that the lessons made is removed.');
	}),
);

check('a volume keeps the progress', async () => {
	expect(untested).toEqual([]);
	await onTerminal(withVolume, async (terminal) => {
		await terminal.waitFor(/0 of \d+ lessons finished/, 20_000);
		await pressUntil(terminal, /A root of its own[^]*6 steps passed/);
		terminal.press('q');
		await terminal.exit;
	});
	await onTerminal(withVolume, async (terminal) => {
		await terminal.waitFor(/2 of \d+ lessons finished/, 20_000);
		terminal.press('q');
		expect(await terminal.exit).toBe(0);
	});
});

check('doctor says in the container what it lacks', async () => {
	const { stdout, exitCode } = await perform(doctor);
	expect(stdout).toMatch(/docker run --/);
	expect(exitCode).toBe(0);
});

check('the dev container runs every lesson from the checkout', async () => {
	const { build: image, runArgs } = JSON.parse(
		readFileSync('.devcontainer/devcontainer.json', 'utf8'),
	) as { build: { target: string }; runArgs: readonly string[] };
	expect(image.target).toBe('tools');
	// The flags are those of the document.
	const spaced = (flags: string) => flags.replace(/(--[\w-]+)=/g, '$1 ');
	expect(spaced(privileged)).toContain(spaced(runArgs.join(' ')));
	const stdout = await daemon().docker([
		...['run', '--rm', ...runArgs, '--volume', `${process.cwd()}:/checkout:ro`, 'cuth-tools'],
		...['node', '/checkout/dist/entry.js', 'run', '--json'],
	]);
	const result = await resultOf(`${stdout}\n`);
	expect(result.failures).toEqual([]);
	expect(passedIn(result)).toEqual(everything);
});

/** Runs a line of the document as a script would: without a terminal. */
const perform = (line: string) =>
	execa('bash', ['-c', line.replace(' -it', '')], {
		env: daemon().environment,
		reject: false,
		stdin: 'ignore',
	});

/** Types a line of the document; nothing may be left on this machine afterwards. */
async function onTerminal(
	line: string,
	use: (terminal: OpenTerminal) => Promise<void>,
): Promise<void> {
	const before = takeInventory();
	const { environment } = daemon();
	const terminal = openTerminal('bash', ['-c', line], { environment, rows: 40 });
	try {
		await use(terminal);
	} finally {
		await terminal.close();
	}

	expect(await leftSince(before, 5000)).toEqual([]);
}
