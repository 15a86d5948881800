import { debian } from '../../../scripts/machines/recipes.ts';
import { type Claim, namesOnly, skipsOnlyLimits, someCommandsRun } from '../claims.ts';
import { onMachine } from '../on-machine.ts';

// What keeps an ordinary user from some of it, on the same Debian.

const { course } = onMachine(debian);
const noSession: Claim = [/No systemd runs for you.*no session/, /Log in.*loginctl enable-linger/];

course('debian-v2-user-no-session', 'as a user without a session all but limits', (result) => {
	skipsOnlyLimits(result);
	namesOnly(result, [noSession]);
});

course(
	'debian-v2-user-max-user-namespaces',
	'user.max_user_namespaces=0 is named',
	(result, performed) => {
		namesOnly(result, [
			[/user\.max_user_namespaces is 0/, /sysctl -w user\.max_user_namespaces=\d+.* as root:/],
			noSession,
		]);
		someCommandsRun(performed);
	},
);

course(
	'debian-v2-user-userns-clone',
	'kernel.unprivileged_userns_clone=0 is named',
	(result, performed) => {
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
