import { expect, test } from '@jest/globals';
import type { FoundLinux } from '../../src/without-linux/found.ts';
import { waysToLinux } from '../../src/without-linux/ways-to-linux.ts';
import { quote } from '../../src/without-linux/page.ts';

const nothing: FoundLinux = { engines: [], machines: [], starters: [] };
const inContainer =
	'--rm -it --init --privileged --cgroupns=host --volume containers-under-the-hood:/root/.local/state docker.io/node:22 bash -c ' +
	'"apt-get update; apt-get install -y cgroup-tools iproute2; npx -y containers-under-the-hood"';

test('what can run the lessons is offered, engines first, with what the program was called with', () => {
	const { ready, advice } = waysToLinux(
		{
			...nothing,
			engines: [
				{ tool: 'docker', state: 'ready' },
				{ tool: 'podman', state: 'ready' },
			],
			machines: [
				{ tool: 'lima', name: 'default', state: 'running', node: '22.1.0' },
				{ tool: 'orbstack', name: 'ubuntu', state: 'running', node: '20.12.0' },
				{ tool: 'multipass', name: 'primary', state: 'running', node: '24.0.0' },
				{ tool: 'wsl', name: 'Debian', state: 'running', node: '22.1.0' },
			],
		},
		'darwin',
		['--no-motion'],
	);
	const program = '"npx -y containers-under-the-hood --no-motion"';
	expect(ready.map(({ command }) => quote(command))).toEqual([
		`docker run ${inContainer.replace(/"$/, ' --no-motion"')}`,
		`podman run ${inContainer.replace(/"$/, ' --no-motion"')}`,
		`limactl shell default bash -ic ${program}`,
		`orb -m ubuntu bash -ic ${program}`,
		`multipass exec primary -- bash -ic ${program}`,
		`wsl.exe -d Debian -- bash -ic ${program}`,
	]);
	expect(advice).toEqual([]);
});

test.each<[string, Partial<FoundLinux>, string, string, string | undefined]>([
	[
		'a Docker Desktop that does not run',
		{ engines: [{ tool: 'docker', state: 'stopped' }] },
		'darwin',
		'Docker is installed, but does not run. This starts it:',
		'open -a Docker',
	],
	[
		'Docker without its engine, where Colima is',
		{ engines: [{ tool: 'docker', state: 'stopped' }], starters: ['colima', 'orb'] },
		'darwin',
		'Docker is installed, but does not run. This starts it:',
		'colima start',
	],
	[
		'the same on Windows',
		{ engines: [{ tool: 'docker', state: 'stopped' }] },
		'win32',
		'Docker is installed, but does not run. Start Docker Desktop.',
		undefined,
	],
	[
		'Windows containers',
		{ engines: [{ tool: 'docker', state: 'not-linux' }] },
		'win32',
		'Docker runs Windows containers now. Its menu can switch to Linux containers.',
		undefined,
	],
	[
		'a Docker that is starting',
		{ engines: [{ tool: 'docker', state: 'silent' }] },
		'darwin',
		'Docker is installed, but does not answer. It may be about to start.',
		undefined,
	],
	[
		'a Podman whose machine does not run',
		{ engines: [{ tool: 'podman', state: 'stopped' }] },
		'darwin',
		'Podman is installed, but does not run. This starts it:',
		'podman machine start',
	],
	[
		'a Podman without a machine',
		{ engines: [{ tool: 'podman', state: 'empty' }] },
		'darwin',
		'Podman is installed, but has no machine yet. This makes one and starts it:',
		'podman machine init --now',
	],
	[
		'a Lima machine that does not run',
		{ machines: [{ tool: 'lima', name: 'default', state: 'stopped', node: undefined }] },
		'darwin',
		'The Linux system “default” in Lima does not run. This starts it:',
		'limactl start default',
	],
	[
		'a distribution without Node.js',
		{ machines: [{ tool: 'wsl', name: 'Debian', state: 'running', node: undefined }] },
		'win32',
		'The Linux system “Debian” in WSL has no Node.js. Install 20.12 or newer in it: https://nodejs.org/en/download',
		undefined,
	],
	[
		'a distribution with an old Node.js',
		{ machines: [{ tool: 'wsl', name: 'Debian', state: 'running', node: '18.19.0' }] },
		'win32',
		'The Linux system “Debian” in WSL has Node.js 18.19.0, which is too old. Install 20.12 or newer in it: https://nodejs.org/en/download',
		undefined,
	],
	[
		'a distribution of WSL 1',
		{ machines: [{ tool: 'wsl', name: 'Old', state: 'no-kernel', node: undefined }] },
		'win32',
		'The Linux system “Old” in WSL has no Linux kernel, because it is of version 1. This changes it:',
		'wsl.exe --set-version Old 2',
	],
	[
		'a Windows with nothing',
		{},
		'win32',
		'Nothing that runs Linux was found here. This installs WSL, a Linux system in Windows; it then needs Node.js:',
		'wsl --install',
	],
	[
		'a Mac with nothing',
		{},
		'darwin',
		'Nothing that runs Linux was found here. Docker Desktop, OrbStack, Podman or Lima would do: install one, and start again.',
		undefined,
	],
])('for %s there is advice and nothing to run', (_what, found, platform, text, command) => {
	const { ready, advice } = waysToLinux({ ...nothing, ...found }, platform, []);
	expect(ready).toEqual([]);
	expect(advice.map((one) => one.text)).toEqual([text]);
	expect(advice[0]?.command && quote(advice[0].command)).toBe(command);
});

test('no more is offered than there are digits', () => {
	const machine = { tool: 'wsl', name: 'Debian', state: 'running', node: '22.1.0' } as const;
	const { ready } = waysToLinux({ ...nothing, machines: Array(12).fill(machine) }, 'win32', []);
	expect(ready).toHaveLength(9);
});

test('advice comes beside what can be run', () => {
	const { ready, advice } = waysToLinux(
		{
			...nothing,
			engines: [
				{ tool: 'docker', state: 'stopped' },
				{ tool: 'podman', state: 'ready' },
			],
		},
		'darwin',
		[],
	);
	expect(ready).toHaveLength(1);
	expect(advice).toHaveLength(1);
});
