import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EventOf, LessonEvent } from '../../src/engine/words/event.ts';
import type { TracedCall } from '../../src/engine/words/system-call.ts';
import { parseRecording } from '../../src/record/parse.ts';
import { listLedgerFiles, readLedger } from '../../src/stage/ledger.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { baseOf, type Lane, lanes, start } from '../helpers/lanes.ts';

const traceable: { lane: Lane; name: string }[] = [];
for (const lane of lanes.filter(({ possible }) => possible)) {
	const { stdout } = await start(lane, ['doctor', '--json']);
	const { provides } = JSON.parse(String(stdout)) as { provides: readonly string[] };
	if (provides.includes('strace')) {
		traceable.push({ lane, name: lane.name });
	}
}

const withStrace = traceable.length > 0 ? describe : describe.skip;

withStrace.each(traceable)('traced, as $name', ({ lane }) => {
	let events: readonly LessonEvent[] = [];
	let left: readonly string[] = [];

	beforeAll(async () => {
		const before = takeInventory();
		const words = ['run', 'chroot', 'process-ids', 'limits', '--trace', '--json'];
		const { stdout, stderr, exitCode } = await start(lane, words);
		left = await leftSince(before, 2000);
		events = (await parseRecording(`${String(stdout)}\n`)).events.map(({ event }) => event);
		expect([exitCode, stderr]).toEqual([0, '']);
	}, 240_000);

	test('nothing is left on the machine', () => {
		expect(left).toEqual([]);
	});

	test('kill -9 in the middle leaves nothing either', async () => {
		const before = takeInventory();
		const run = start(lane, ['run', 'limits', '--trace', '--json'], { buffer: false });
		run.stdout?.resume();
		// The first run of the lesson is the traced one.
		while (!isTracing(lane, Number(run.pid))) {
			await delay(10);
		}
		process.kill(Number(run.pid), 'SIGKILL');
		await run;
		expect(await leftSince(before, 5000)).toEqual([]);
	}, 180_000);

	test('each step that ran is followed by what it asked of the kernel, line by line', () => {
		const finished = events.flatMap((event, place) =>
			event.kind === 'step-finished' && event.outcome === 'passed'
				? [{ event, next: events[place + 1], typed: typedBefore(place) }]
				: [],
		);
		expect(finished.length).toBeGreaterThan(20);
		for (const { event, next, typed } of finished) {
			expect(next).toMatchObject({ kind: 'traced', step: event.step });
			// The numbers of processes are others.
			const lines = next?.kind === 'traced' ? next.commands.map(({ text }) => text) : [];
			expect(lines.map(withoutNumbers)).toEqual(typed.map(withoutNumbers));
		}
	});

	function typedBefore(place: number): readonly string[] {
		const begin = events.slice(0, place).findLastIndex(({ kind }) => kind === 'step-started');
		return events
			.slice(begin, place)
			.flatMap((event) => (event.kind === 'command-started' ? [event.text] : []));
	}

	test('what we do ourselves to type and to read is not in it', () => {
		const told = JSON.stringify(events.filter(({ kind }) => kind === 'traced'));
		expect(told).not.toMatch(/[0-9a-f]{16} \d+ \d+\.\d/);
		expect(told).not.toMatch(/__exit|__shell|containers-under-the-hood|\.trace/);
	});

	test('a chroot into an empty directory works, and then there is no program', () => {
		const calls = callsOf('a-shell-inside-it');
		const root = calls.findIndex(({ name }) => name === 'chroot');
		expect(calls[root]).toMatchObject({ args: ['"my-container"'], result: '0', page: 'chroot(2)' });
		const [failed] = calls.slice(root).filter(({ result }) => result.startsWith('-1'));
		expect(failed).toMatchObject({ name: 'execve', result: expect.stringContaining('ENOENT') });
		expect(failed?.times).toBeGreaterThan(1);
	});

	test('a container with processes of its own is a child in a new namespace, and a procfs', () => {
		const calls = callsOf('a-proc-of-its-own');
		expect(calls).toContainEqual(
			expect.objectContaining({ name: 'unshare', args: ['CLONE_NEWNS|CLONE_NEWPID'], result: '0' }),
		);
		const mounts = calls.filter(({ name }) => name === 'mount').map(({ args }) => args.slice(0, 3));
		expect(mounts).toContainEqual(['"proc"', '"my-container-1/proc"', '"proc"']);
		expect(callsOf('one-command-and-no-more')).toContainEqual(
			expect.objectContaining({
				name: expect.stringMatching(/^clone3?$/),
				result: expect.stringMatching(/ENOMEM/),
			}),
		);
	});

	test('a limit is a directory made, a file opened and a number written', () => {
		const isSkipped = events.some(
			(event) => event.kind === 'step-finished' && event.step === 'one-core' && event.missing[0],
		);
		if (isSkipped) {
			return;
		}
		const made = callsOf('a-control-group').filter(({ name }) => name.startsWith('mkdir'));
		expect(made.at(-1)?.args.join()).toContain('/sys/fs/cgroup/');
		expect(made.at(-1)?.result).toBe('0');
		const names = callsOf('one-core').map(({ name, args }) => [name, args.join()] as const);
		for (const name of ['openat', 'write']) {
			expect(names).toContainEqual([name, expect.stringMatching(/container-group\/cpu\./)]);
		}
	});

	function callsOf(step: string): readonly TracedCall[] {
		const found = events.find(
			(event): event is EventOf<'traced'> => event.kind === 'traced' && event.step === step,
		);
		return (found?.commands ?? []).flatMap(({ calls }) => calls);
	}
});

/** Something has been written of what the terminals of this program's stage ask for. */
function isTracing(lane: Lane, driver: number): boolean {
	const ledger = listLedgerFiles(baseOf(lane))
		.map(readLedger)
		.find((candidate) => candidate?.driver?.pid === driver);
	const trace = statSync(join(ledger?.directory ?? '', 'host.trace'), { throwIfNoEntry: false });
	return (trace?.size ?? 0) > 0;
}

const withoutNumbers = (text: string) => text.replaceAll(/\d{2,}/g, 'N');
