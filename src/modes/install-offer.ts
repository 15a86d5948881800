import { planInstallation, install } from '../stage/packages.ts';
import type { Probe } from '../stage/probe.ts';
import type { InstallOffer } from '../tui/course.ts';

/** Root may have the cgroup tools installed by one key, where they are missing and a package manager has them. */
export function installOffer(
	{ capabilities, circumstances, trials }: Probe,
	onInstalled: () => Promise<void>,
): InstallOffer | undefined {
	const planned = planInstallation(['libcgroup'], { circumstances, tools: trials.tools });
	const isRoot = circumstances.privileges.uid === 0;
	return planned === undefined ||
		planned.commands.length === 0 ||
		!isRoot ||
		capabilities.provides.has('cgroup-tools')
		? undefined
		: {
				package: planned.packages.join(' '),
				command: planned.commands.join(' && '),
				lesson: 'limits',
				async *run() {
					for await (const line of install(planned.commands)) {
						yield `${line}\n`;
					}

					await onInstalled();
				},
			};
}
