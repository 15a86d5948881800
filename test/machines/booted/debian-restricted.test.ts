import { debian } from '../../../scripts/machines/recipes.js';
import { cameThrough, type Claim, namesOnly, skipsOnlyLimits, someCommandsRun } from '../claims.ts';
import type { Run } from '../guest/run.ts';
import { onMachine } from '../on-machine.ts';

// What keeps an ordinary user from some of it, on the same Debian.

const words = ['run', '--json'];

const runs: readonly Run[] = [
	{ name: 'no session', as: 'user without a session', words },
	{
		name: 'no namespaces',
		as: 'user without a session',
		words,
		settings: { 'user.max_user_namespaces': '0' },
	},
	{
		name: 'no namespaces for users',
		as: 'user without a session',
		words,
		settings: { 'kernel.unprivileged_userns_clone': '0' },
	},
];

const check = onMachine(debian, runs);
const noSession: Claim = [/No systemd runs for you.*no session/, /Log in.*loginctl enable-linger/];

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
