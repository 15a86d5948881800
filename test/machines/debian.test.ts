import { expect } from '@jest/globals';
import { debian } from '../../scripts/machines/recipes.js';
import {
	cameThrough,
	type Claim,
	everyLessonPassesWhole,
	leavesNothing,
	namesOnly,
	skipsOnlyLimits,
	someCommandsRun,
} from './claims.ts';
import type { Run } from './guest/run.ts';
import { onMachine } from './on-machine.ts';

const all = ['run', '--json'];
const limits = ['run', 'limits', '--json'];

const runs: readonly Run[] = [
	{ name: 'no session', as: 'user without a session', words: all },
	{
		name: 'no namespaces',
		as: 'user without a session',
		words: all,
		settings: { 'user.max_user_namespaces': '0' },
	},
	{
		name: 'no namespaces for users',
		as: 'user without a session',
		words: all,
		settings: { 'kernel.unprivileged_userns_clone': '0' },
	},
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

const check = onMachine(debian, runs, { minutes: 20 });
const noSession: Claim = [/No systemd runs for you.*no session/, /Log in.*loginctl enable-linger/];

check('root', 'as root every lesson passes whole', async (performed) => {
	everyLessonPassesWhole(await cameThrough(performed, 'debian-v2-root'));
});

check('session', 'as a user who is logged in every lesson passes whole', async (performed) => {
	everyLessonPassesWhole(await cameThrough(performed, 'debian-v2-user'));
});

check('no session', 'as a user without a session all but limits', async (performed) => {
	const result = await cameThrough(performed, 'debian-v2-user-no-session');
	skipsOnlyLimits(result);
	namesOnly(result, [noSession]);
});

check('no namespaces', 'user.max_user_namespaces=0 is named', async (performed) => {
	const result = await cameThrough(performed, 'debian-v2-user-max-user-namespaces');
	namesOnly(result, [
		[/user\.max_user_namespaces is 0/, /sysctl -w user\.max_user_namespaces=\d+.* as root:/],
		noSession,
	]);
	someCommandsRun(performed);
});

check(
	'no namespaces for users',
	'kernel.unprivileged_userns_clone=0 is named',
	async (performed) => {
		const result = await cameThrough(performed, 'debian-v2-user-userns-clone');
		namesOnly(result, [
			[
				/kernel\.unprivileged_userns_clone is 0/,
				/sysctl -w kernel\.unprivileged_userns_clone=1.* as root:/,
			],
			noSession,
		]);
		someCommandsRun(performed);
	},
);

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
