import { ubuntu } from '../../../scripts/machines/recipes.js';
import { cameThrough, everyLessonPassesWhole, namesOnly, someCommandsRun } from '../claims.ts';
import type { Run } from '../guest/run.ts';
import { onMachine } from '../on-machine.ts';

const words = ['run', '--json'];

const runs: readonly Run[] = [
	{ name: 'restricted', as: 'user in a session', words },
	{
		name: 'unrestricted',
		as: 'user in a session',
		words,
		settings: { 'kernel.apparmor_restrict_unprivileged_userns': '0' },
	},
];

const check = onMachine(ubuntu, runs);

check('restricted', "as a user, AppArmor's restriction is named", async (performed) => {
	const result = await cameThrough(performed, 'ubuntu-v2-user');
	namesOnly(result, [
		[/AppArmor/, /sysctl -w kernel\.apparmor_restrict_unprivileged_userns=0.* as root:/],
	]);
	someCommandsRun(performed);
});

check('unrestricted', 'without the restriction every lesson passes whole', async (performed) => {
	everyLessonPassesWhole(await cameThrough(performed, 'ubuntu-v2-user-unrestricted'));
});
