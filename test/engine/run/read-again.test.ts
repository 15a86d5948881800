import { expect, test } from '@jest/globals';
import type { EventOf } from '../../../src/engine/words/event.ts';
import { createReplaySession } from '../../../src/engine/run/replay-session.ts';
import { start, until, waitsAt } from '../fixtures/session.ts';

const proof: EventOf<'proved'> = {
	kind: 'proved',
	path: '/proc/7/status',
	place: '/proc/7/status',
	select: ['NSpid'],
	found: 'lines',
	text: 'NSpid:\t7\t1',
	more: 0,
};

test('a proof is read again on the machine of the lesson that is open', async () => {
	const { session } = start();
	await session.open('lesson');
	await until(session, waitsAt(0));
	expect(await session.readAgain(proof)).toEqual({
		...proof,
		place: '/on the host/proc/7/status',
		found: 'gone',
		text: 'There is no /proc/7/status.',
	});
	await session.close();
});

test('without a machine, and in a recording, it stays as it is', async () => {
	expect(await start().session.readAgain(proof)).toBe(proof);
	expect(await createReplaySession([]).readAgain(proof)).toBe(proof);
});
