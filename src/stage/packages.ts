import { execa } from 'execa';
import { makeSafe } from '../engine/safe-text.ts';
import { searchPath } from './environment.ts';
import { findTool } from './tools.ts';

/** What the lessons use beyond util-linux and coreutils. */
export type Extra = 'coreutils' | 'ldd' | 'cgroup-tools' | 'ps' | 'ip';

/** Each package manager, how it is asked, and what it calls them. On Arch, libcgroup is in the AUR. */
const managers: readonly Manager[] = [
	{
		tool: 'apt-get',
		install: 'apt-get install -y',
		names: { 'cgroup-tools': 'cgroup-tools', ps: 'procps', ip: 'iproute2' },
	},
	{
		tool: 'dnf',
		install: 'dnf install -y',
		names: { 'cgroup-tools': 'libcgroup-tools', ps: 'procps-ng', ip: 'iproute' },
	},
	{
		tool: 'zypper',
		install: 'zypper --non-interactive install',
		names: { 'cgroup-tools': 'libcgroup-tools', ps: 'procps', ip: 'iproute2' },
	},
	{
		tool: 'pacman',
		install: 'pacman -S --noconfirm',
		names: { ps: 'procps-ng', ip: 'iproute2' },
	},
	{
		tool: 'apk',
		install: 'apk add',
		names: { 'cgroup-tools': 'cgroup-tools', ps: 'procps', ip: 'iproute2' },
	},
];

type Manager = {
	readonly tool: string;
	readonly install: string;
	readonly names: Readonly<Partial<Record<Extra, string>>>;
};

/** The line that installs it here, for root; undefined where no package manager that has it is found. */
export function installCommand(extra: Extra): string | undefined {
	const manager = managers.find(({ tool }) => findTool(tool) !== undefined);
	const name = manager?.names[extra];
	return manager === undefined || name === undefined ? undefined : `${manager.install} ${name}`;
}

/**
 * Runs the installer, on the learner's word only, and yields what it says, line by line.
 * @throws Error with a sentence where it fails.
 */
export async function* install(command: string): AsyncGenerator<string> {
	const [file = '', ...arguments_] = command.split(' ');
	const run = execa(file, arguments_, {
		all: true,
		reject: false,
		stdin: 'ignore',
		env: { PATH: searchPath().join(':'), DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
	});
	for await (const line of run.iterable({ from: 'all' })) {
		yield makeSafe(line);
	}

	const { exitCode } = await run;
	if (exitCode !== 0) {
		throw new Error(
			`\`${command}\` ended with ${exitCode ?? 'a signal'}. The lesson goes on with mkdir and echo.`,
		);
	}
}
