import { afterEach, expect, test } from '@jest/globals';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { readStatus } from '../../src/kernel/processes.ts';
import { parseCaughtSignals } from '../../src/kernel/signals.ts';
import { endChildren, start } from './children.ts';
import { until } from './open-stage.ts';

const caughtSignals = (pid: number) => parseCaughtSignals(readStatus(thisMachine, pid) ?? '');

afterEach(endChildren);

test.each([
	['trap : TERM; read line', ['SIGTERM'], ['SIGHUP']],
	['trap : HUP USR1; trap "" TERM; read line', ['SIGHUP', 'SIGUSR1'], ['SIGTERM']],
])('what a shell has a handler for: %s', async (script, caught, others) => {
	const pid = start('bash', ['-c', script]);
	const signals = await until('its traps are set', () => {
		const signals = caughtSignals(pid);
		return caught.every((one) => signals.includes(one)) ? signals : undefined;
	});
	expect(signals.filter((one) => others.includes(one))).toEqual([]);
});

test('a process that is gone catches nothing', () => {
	expect(caughtSignals(2 ** 30)).toEqual([]);
});
