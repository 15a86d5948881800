import { ubuntu } from '../../../scripts/machines/recipes.ts';
import { everyLessonPassesWhole, namesOnly, someCommandsRun } from '../claims.ts';
import { onMachine } from '../on-machine.ts';

const { course } = onMachine(ubuntu);

course('ubuntu-v2-user', "as a user, AppArmor's restriction is named", (result, performed) => {
	namesOnly(result, [
		[/AppArmor/, /sysctl -w kernel\.apparmor_restrict_unprivileged_userns=0.* as root:/],
	]);
	someCommandsRun(performed);
});

course(
	'ubuntu-v2-user-unrestricted',
	'without the restriction every lesson passes whole',
	everyLessonPassesWhole,
);
