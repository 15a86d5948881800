import type { Capabilities } from '../engine/capabilities.ts';
import { install, installCommand } from '../stage/packages.ts';
import type { InstallOffer } from '../tui/course.ts';

/** Root may have the cgroup tools installed by one key, where they are missing and a package manager has them. */
export function installOffer(
	capabilities: Capabilities,
	onInstalled: () => Promise<void>,
): InstallOffer | undefined {
	const command = installCommand('cgroup-tools');
	const isRoot = process.getuid?.() === 0;
	return command === undefined || !isRoot || capabilities.provides.has('cgroup-tools')
		? undefined
		: {
				package: command.split(' ').at(-1) ?? '',
				command,
				lesson: 'limits',
				async *run() {
					for await (const line of install(command)) {
						yield `${line}\n`;
					}

					await onInstalled();
				},
			};
}
