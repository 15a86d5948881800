import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { inOuterNetwork } from '../../helpers/outer-network.ts';
import { searchPath } from '../installed.ts';
import { makeBridge } from './bridge.ts';
import { makeGroups } from './groups.ts';
import { nameFor, prefixFor, removeLeft, removeTraces } from './traces.ts';

/** A Docker daemon of the tests' own: nobody's images and containers are touched, and it leaves nothing. */
export type Daemon = {
	/** Where its socket and its images are. */
	readonly directory: string;
	/** For the `docker` command, which then talks to this daemon. */
	readonly environment: Readonly<Record<string, string>>;
	docker(words: readonly string[]): Promise<string>;
	/** Has a build download something: meanwhile the daemon is in the machine's network, without its own. */
	withOuterNetwork(build: () => Promise<void>): Promise<void>;
	stop(): Promise<void>;
};

export async function startDaemon(): Promise<Daemon> {
	await removeLeft();
	const name = nameFor(process.pid);
	// Before all the rest, as it tells the next daemon what there is to be removed.
	const directory = await mkdtemp(prefixFor(process.pid));
	const host = `unix://${directory}/socket`;
	const environment = { PATH: searchPath, HOME: directory, DOCKER_HOST: host };
	await makeBridge(name);
	makeGroups(name);
	const docker = async (words: readonly string[]) => {
		const { stdout } = await execa('docker', words, { env: environment, stdin: 'ignore' });
		return stdout;
	};

	const begin = async (before: readonly string[], bridge: string) => {
		const process = execa(
			'setpriv',
			[
				...['--pdeathsig', 'TERM', ...before],
				// The daemon forgets some of its mounts; so they go with it.
				...['unshare', '--mount', '--propagation', 'private', 'dockerd', '--host', host],
				...['--data-root', join(directory, 'data'), '--exec-root', join(directory, 'exec')],
				...['--pidfile', join(directory, 'pid'), '--bridge', bridge],
				...['--cgroup-parent', `/${name}`, '--exec-opt', 'native.cgroupdriver=cgroupfs'],
				// No rule of the firewall, and no setting of the kernel, is changed.
				...['--iptables=false', '--ip6tables=false', '--ip-forward=false', '--ip-masq=false'],
				...(hasAllCapabilities() ? [] : withLesserRunc),
			],
			{ env: { PATH: searchPath }, reject: false, stdin: 'ignore', all: true },
		);
		const end = async () => {
			process.kill('SIGTERM');
			await process;
		};
		const deadline = Date.now() + 30_000;
		for (;;) {
			try {
				await docker(['info']);
				return end;
			} catch {
				if (process.exitCode !== null || Date.now() > deadline) {
					await end();
					await removeTraces(directory, name);
					throw new Error(`dockerd does not start: ${(await process).all}`);
				}
			}

			await delay(100);
		}
	};

	let end = await begin([], name);
	return {
		directory,
		environment,
		docker,
		async withOuterNetwork(build) {
			if (inOuterNetwork.length === 0) {
				await build();
				return;
			}
			await end();
			end = await begin(inOuterNetwork, 'none');
			await build();
			await end();
			end = await begin([], name);
		},
		async stop() {
			await end();
			await removeTraces(directory, name);
		},
	};
}

const lesserRunc = fileURLToPath(new URL('lesser-runc', import.meta.url));
const withLesserRunc = ['--add-runtime', `lesser=${lesserRunc}`, '--default-runtime', 'lesser'];
const sysResource = 24n;

/** The root of some virtual machines lacks CAP_SYS_RESOURCE, and then cannot hand it on to a container. */
function hasAllCapabilities(): boolean {
	const [, mask = '0'] = /^CapBnd:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
	return ((BigInt(`0x${mask}`) >> sysResource) & 1n) === 1n;
}
