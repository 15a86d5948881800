import { expect } from '@jest/globals';
import { debian } from '../../../scripts/machines/recipes.ts';
import { everyLessonPassesWhole, leavesNothing } from '../claims.ts';
import { onMachine } from '../on-machine.ts';

const { course, run } = onMachine(debian);

course('debian-v2-root', 'as root every lesson passes whole', everyLessonPassesWhole);

course(
	'debian-v2-user',
	'as a user who is logged in every lesson passes whole',
	everyLessonPassesWhole,
);

const words = ['run', 'limits', '--json'];

for (const [who, as] of [
	['root', 'root'],
	['session', 'user in a session'],
] as const) {
	run(
		{ name: `${who}, killed`, as, words, kill: 'program' },
		`as ${who}, kill -9 in the middle of limits leaves nothing`,
		leavesNothing,
	);

	run(
		{ name: `${who}, all killed`, as, words, kill: 'program and guard' },
		`as ${who}, what kill -9 of program and guard leaves is removed by cleanup`,
		(performed) => {
			expect(performed.cleanup).toMatch(/^Removed \/tmp\/containers-under-the-hood-/);
			leavesNothing(performed);
		},
	);
}
