import { expect } from '@jest/globals';
import { debian } from '../../../scripts/machines/recipes.js';
import { cameThrough, everyLessonPassesWhole, leavesNothing } from '../claims.ts';
import type { Run } from '../guest/run.ts';
import { onMachine } from '../on-machine.ts';

const all = ['run', '--json'];
const limits = ['run', 'limits', '--json'];

const runs: readonly Run[] = [
	{ name: 'root', as: 'root', words: all },
	{ name: 'session', as: 'user in a session', words: all },
	{ name: 'root, killed', as: 'root', words: limits, kill: 'program' },
	{ name: 'root, all killed', as: 'root', words: limits, kill: 'program and guard' },
	{ name: 'session, killed', as: 'user in a session', words: limits, kill: 'program' },
	{
		name: 'session, all killed',
		as: 'user in a session',
		words: limits,
		kill: 'program and guard',
	},
];

const check = onMachine(debian, runs);

check('root', 'as root every lesson passes whole', async (performed) => {
	everyLessonPassesWhole(await cameThrough(performed, 'debian-v2-root'));
});

check('session', 'as a user who is logged in every lesson passes whole', async (performed) => {
	everyLessonPassesWhole(await cameThrough(performed, 'debian-v2-user'));
});

for (const who of ['root', 'session']) {
	check(
		`${who}, killed`,
		`as ${who}, kill -9 in the middle of limits leaves nothing`,
		leavesNothing,
	);

	check(
		`${who}, all killed`,
		`as ${who}, what kill -9 of program and guard leaves is removed by cleanup`,
		(performed) => {
			expect(performed.cleanup).toMatch(/^Removed \/tmp\/containers-under-the-hood-/);
			leavesNothing(performed);
		},
	);
}
