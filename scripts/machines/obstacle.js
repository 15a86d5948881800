import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from './image.js';

/**
 * What keeps a machine from being booted here.
 * @returns {{what: string, forGood: boolean} | undefined} `forGood` where no package would help.
 */
export function obstacleTo(recipe) {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		return { what: 'this is no x86-64 Linux machine', forGood: true };
	}

	const tools = ['qemu-system-x86_64', 'mmdebstrap', 'mke2fs'].filter((tool) => !isInstalled(tool));
	if (tools.length > 0) {
		return { what: `${tools.join(', ')}: not installed`, forGood: false };
	}

	if (process.getuid() !== 0) {
		return { what: 'only root can build it', forGood: false };
	}

	return recipe.archive === undefined || isBuilt(recipe) || isReachable(recipe.archive)
		? undefined
		: { what: `${new URL(recipe.archive).host} does not answer`, forGood: true };
}

/** By apt's own helper, which goes where mmdebstrap will go: through the proxies that apt knows. */
function isReachable(url) {
	const directory = mkdtempSync(join(tmpdir(), 'cuth-reach-'));
	const { status } = spawnSync(
		'/usr/lib/apt/apt-helper',
		['download-file', url, join(directory, 'file')],
		{ stdio: 'ignore', timeout: 30_000 },
	);
	rmSync(directory, { recursive: true });
	return status === 0;
}

const isInstalled = (tool) =>
	spawnSync('sh', ['-c', `PATH=$PATH:/usr/sbin:/sbin; command -v ${tool}`]).status === 0;
