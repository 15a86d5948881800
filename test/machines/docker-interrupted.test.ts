import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import type { Ledger } from '../../src/stage/ledger.ts';
import { type Container, startContainer } from './docker/container.ts';
import { complete } from './debian-root.ts';
import { dockerTests } from './docker/docker-tests.ts';
import { buildProgram, image } from './docker/image.ts';

// With Docker's default profile there are no namespaces that would hold a stage together.

const lessons = fileURLToPath(new URL('docker/lessons', import.meta.url));
const { check, daemon } = dockerTests(complete, buildProgram);

check('Ctrl-C ends the command that runs, and nothing of the lesson is left', () =>
	inContainer(async (container) => {
		const run = startLesson(container);
		const [ledger] = await inTheMiddle(container, 1);
		await container.kill('INT', pidOf(ledger?.driver));
		const { exitCode, stdout } = await run;
		expect(stdout).toMatch(/"kind":"command-exited".*"exit":137/);
		expect(exitCode).toBe(130);
		expect(await container.left()).toEqual([]);
	}),
);

check('Ctrl-C twice ends the program, and nothing is left', () =>
	inContainer(async (container) => {
		const run = startLesson(container);
		const [ledger] = await inTheMiddle(container, 1);
		await container.kill('INT', pidOf(ledger?.driver));
		await container.kill('INT', pidOf(ledger?.driver));
		expect(await run).toMatchObject({ exitCode: 130 });
		expect(await container.left()).toEqual([]);
	}),
);

check('kill -9 of the program leaves nothing', () =>
	inContainer(async (container) => {
		const run = startLesson(container);
		const [ledger] = await inTheMiddle(container, 1);
		await container.kill('KILL', pidOf(ledger?.driver));
		await run;
		await until('nothing is left', async () => (await container.left()).length === 0);
	}),
);

check('kill -9 of program and guard leaves nothing that cleanup does not remove', () =>
	inContainer(async (container) => {
		const run = startLesson(container);
		const [ledger] = await inTheMiddle(container, 1);
		await container.kill('STOP', pidOf(ledger?.guard));
		await container.kill('KILL', pidOf(ledger?.driver));
		await container.kill('KILL', pidOf(ledger?.guard));
		await run;
		const left = await container.left();
		expect(left.join('\n')).toMatch(/sleep 3000[^]*sleep 3001[^]*sleep 3002/);
		const { stdout, exitCode } = await container.start('cleanup');
		expect(stdout).toBe(`Removed ${ledger?.directory ?? ''}.`);
		expect(exitCode).toBe(0);
		expect(await container.left()).toEqual([]);
	}),
);

check('of two at once, each removes what is its own', () =>
	inContainer(async (container) => {
		const runs = [startLesson(container), startLesson(container)];
		const [one, other] = await inTheMiddle(container, 2);
		await container.kill('KILL', pidOf(one?.driver));
		await until('one of them is gone', async () => (await sleepers(container)) === 3);
		expect((await ledgersIn(container)).map(({ id }) => id)).toEqual([other?.id]);
		await container.kill('TERM', pidOf(other?.driver));
		await Promise.all(runs);
		expect(await container.left()).toEqual([]);
	}),
);

check('a container that is stopped and started again is cleaned up at the next start', () =>
	inContainer(async (container) => {
		const run = startLesson(container);
		const [ledger] = await inTheMiddle(container, 1);
		await container.restart();
		await run;
		expect(await container.read('ls', ledger?.directory ?? '')).toContain('sandbox');
		const { stderr, exitCode } = await container.start('run', '1', '--plain');
		expect(stderr).toBe(
			`Removed ${ledger?.directory ?? ''}, which a run that was killed had left.`,
		);
		expect(exitCode).toBe(0);
		expect(await container.left()).toEqual([]);
	}),
);

async function inContainer(body: (container: Container) => Promise<void>): Promise<void> {
	const container = await startContainer(daemon(), image, ['--volume', `${lessons}:/lessons:ro`]);
	try {
		await body(container);
	} finally {
		await container.remove();
	}
}

const startLesson = (container: Container) =>
	container.start('run', '--json', '--lessons', '/lessons');

/** While the last command of so many runs waits. */
async function inTheMiddle(container: Container, runs: number): Promise<readonly Ledger[]> {
	await until('the lesson waits', async () => (await sleepers(container)) === 3 * runs);
	return ledgersIn(container);
}

async function sleepers(container: Container): Promise<number> {
	return (await container.left()).filter((line) => / sleep 300\d$/.test(line)).length;
}

async function ledgersIn(container: Container): Promise<readonly Ledger[]> {
	const files = '/tmp/containers-under-the-hood-*/*.json';
	const text = await container.read(
		'bash',
		'-c',
		`for f in ${files}; do tr -d '\\n' <$f; echo; done`,
	);
	return text.split('\n').map((line) => JSON.parse(line) as Ledger);
}

const pidOf = (one: Ledger['driver']): number => {
	if (one === undefined) {
		throw new Error('The ledger names no such process.');
	}
	return one.pid;
};

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + 20_000;
	while (!(await holds())) {
		if (Date.now() > deadline) {
			throw new Error(`Waited in vain until ${what}.`);
		}
		await delay(100);
	}
}
