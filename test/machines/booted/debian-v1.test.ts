import { cgroupV1, debian } from '../../../scripts/machines/recipes.js';
import { cameThrough, everyLessonPassesWhole, namesOnly, skipsOnlyLimits } from '../claims.ts';
import type { Run } from '../guest/run.ts';
import { onMachine } from '../on-machine.ts';

const words = ['run', '--json'];

const runs: readonly Run[] = [
	{ name: 'root', as: 'root', words },
	{ name: 'session', as: 'user in a session', words },
];

const check = onMachine(debian, runs, {
	name: 'debian-12 with cgroup v1',
	append: cgroupV1,
});

check('root', 'as root every lesson passes whole', async (performed) => {
	everyLessonPassesWhole(await cameThrough(performed, 'debian-v1-root'));
});

check('session', 'as a user who is logged in all but limits', async (performed) => {
	const result = await cameThrough(performed, 'debian-v1-user');
	skipsOnlyLimits(result);
	namesOnly(result, [[/cgroup v1 here, where only root/, /as root: .*npx/]]);
});
