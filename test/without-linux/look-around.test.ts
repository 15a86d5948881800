import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ask } from '../../src/without-linux/ask.ts';
import type { FoundLinux } from '../../src/without-linux/found.ts';
import { lookAround } from '../../src/without-linux/look-around.ts';
import { fakeTools } from '../helpers/elsewhere.ts';

const { PATH } = process.env;
let directory = '';
beforeEach(() => {
	directory = '';
});
afterEach(() => {
	process.env['PATH'] = PATH;
	if (directory !== '') {
		rmSync(directory, { recursive: true });
	}
});

const noDaemon =
	'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';
const noPodman = 'Cannot connect to Podman. Please verify your connection to the Linux system';

test.each<[string, Record<string, string>, Partial<FoundLinux>]>([
	['nothing', {}, {}],
	[
		'a Docker that runs',
		{ docker: '[ "$*" = "version --format {{.Server.Os}}" ] && echo linux' },
		{ engines: [{ tool: 'docker', state: 'ready' }] },
	],
	[
		'a Docker that does not',
		{ docker: `echo; echo '${noDaemon}' >&2; exit 1` },
		{ engines: [{ tool: 'docker', state: 'stopped' }] },
	],
	[
		'a Docker for Windows containers',
		{ docker: 'echo windows' },
		{ engines: [{ tool: 'docker', state: 'not-linux' }] },
	],
	[
		'a Podman that runs',
		{ podman: '[ "$*" = "info --format {{.Host.OS}}" ] && echo linux' },
		{ engines: [{ tool: 'podman', state: 'ready' }] },
	],
	[
		'a Podman whose machine does not run',
		{
			podman: `case $1 in machine) echo podman-machine-default;; *) echo '${noPodman}' >&2; exit 125;; esac`,
		},
		{ engines: [{ tool: 'podman', state: 'stopped' }] },
	],
	[
		'a Podman without a machine',
		{ podman: `case $1 in machine) ;; *) echo '${noPodman}' >&2; exit 125;; esac` },
		{ engines: [{ tool: 'podman', state: 'empty' }] },
	],
	['Colima', { colima: 'echo colima version 0.8.1' }, { starters: ['colima'] }],
	[
		'Lima',
		{
			limactl: `case $1 in
				list) echo '{"name":"default","status":"Running","arch":"aarch64"}'
					echo '{"name":"old","status":"Stopped","arch":"aarch64"}';;
				shell) [ "$*" = "shell default bash -ic node --version" ] && echo v22.11.0;;
			esac`,
		},
		{
			machines: [
				{ tool: 'lima', name: 'default', state: 'running', node: '22.11.0' },
				{ tool: 'lima', name: 'old', state: 'stopped', node: undefined },
			],
		},
	],
	['Lima without a machine', { limactl: 'echo "No instance found. Run limactl create." >&2' }, {}],
	[
		'OrbStack',
		{
			orb: `case $1 in
				status) echo Running;;
				list) echo '[{"id":"01","name":"ubuntu","image":{"distro":"ubuntu"},"state":"running"}]';;
				-m) echo "bash: node: command not found" >&2; exit 127;;
			esac`,
		},
		{
			machines: [{ tool: 'orbstack', name: 'ubuntu', state: 'running', node: undefined }],
			starters: ['orb'],
		},
	],
	[
		'an OrbStack that does not run, which is not woken',
		{
			orb: 'case $1 in status) echo Stopped; exit 1;; list) echo \'[{"name":"a","state":"running"}]\';; esac',
		},
		{ starters: ['orb'] },
	],
	[
		'Multipass',
		{
			multipass: `case $1 in
				list) echo '{"list":[{"ipv4":["192.168.64.2"],"name":"primary","release":"24.04 LTS","state":"Running"}]}';;
				exec) [ "$2 $3" = "primary --" ] && { echo Welcome; echo v18.19.1; };;
			esac`,
		},
		{ machines: [{ tool: 'multipass', name: 'primary', state: 'running', node: '18.19.1' }] },
	],
	['answers that nobody can read', { multipass: 'echo {', limactl: 'echo null; echo []' }, {}],
])('finds %s', async (_what, tools, found) => {
	expect(await lookAroundWith(tools, 'darwin')).toEqual({
		...{ engines: [], machines: [], starters: [] },
		...found,
	});
});

/** wsl.exe, as it answers in a German Windows: UTF-16 without a mark, lines that end with CR LF. */
const wsl = (...lines: readonly string[]) => {
	const text = lines.map((line) => `${line}\r\n`).join('');
	const octal = Array.from(Buffer.from(text, 'utf16le'), (byte) => `\\${byte.toString(8)}`).join(
		'',
	);
	return `case $1 in -l) printf '${octal}';; -d) [ "$2" = Debian ] && echo v22.11.0;; esac`;
};

test('finds the Linux systems of WSL, but not those that others keep in it', async () => {
	const tools = {
		'wsl.exe': wsl(
			'  NAME                    STATUS            VERSION',
			'* Ubuntu-24.04            Wird ausgeführt   2',
			'  Debian                  Beendet           2',
			'  Old                     Beendet           1',
			'  docker-desktop          Wird ausgeführt   2',
			'  podman-machine-default  Beendet           2',
		),
	};
	expect((await lookAroundWith(tools, 'win32')).machines).toEqual([
		{ tool: 'wsl', name: 'Ubuntu-24.04', state: 'running', node: undefined },
		{ tool: 'wsl', name: 'Debian', state: 'running', node: '22.11.0' },
		{ tool: 'wsl', name: 'Old', state: 'no-kernel', node: undefined },
	]);
});

test('who does not answer is not waited for', async () => {
	directory = fakeTools({ docker: 'exec sleep 600' });
	const start = performance.now();
	expect((await ask(`${directory}/docker`, [], 0.2)).outcome).toBe('silent');
	expect(performance.now() - start).toBeLessThan(5000);
});

/** With these programs and no others, but those that their scripts need. */
async function lookAroundWith(
	tools: Readonly<Record<string, string>>,
	platform: string,
): Promise<FoundLinux> {
	directory = fakeTools(tools);
	process.env['PATH'] = directory;
	return lookAround(platform);
}
