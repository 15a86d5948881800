import { planInstallation } from '../machine/installation.ts';
import type { Probe } from '../stage/probe.ts';
import type { InstallSuggestion } from '../tui/course.ts';

/**
 * Returns what root may install by one key: the cgroup tools, where they are missing and a package
 * manager has them; undefined otherwise.
 */
export function suggestInstallation({
	provisions,
	circumstances,
	trials,
}: Probe): InstallSuggestion | undefined {
	const planned = planInstallation(['libcgroup'], { circumstances, tools: trials.tools });
	const isRoot = circumstances.privileges.uid === 0;
	return planned === undefined ||
		planned.commands.length === 0 ||
		!isRoot ||
		provisions.provides.has('cgroup-tools')
		? undefined
		: { package: planned.packages.join(' '), commands: planned.commands, lesson: 'limits' };
}
