import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled } from '../test/install-packages.ts';
import { isBuilt } from './image.ts';
import type { Recipe } from './recipes.ts';

export type Obstacle = {
	readonly what: string;
	/** Whether nobody is to blame, and CI need not fail. */
	readonly forGood: boolean;
};

/** What keeps a machine from being booted here. */
export function obstacleTo(recipe: Recipe): Obstacle | undefined {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		return { what: 'this is no x86-64 Linux machine', forGood: true };
	}

	const tools = ['qemu-system-x86_64', 'mmdebstrap', 'mke2fs'].filter((tool) => !isInstalled(tool));
	if (tools.length > 0) {
		return { what: `${tools.join(', ')}: not installed`, forGood: false };
	}

	if (process.getuid?.() !== 0) {
		return { what: 'only root can build it', forGood: false };
	}

	return isBuilt(recipe) || isReachable(recipe.archive)
		? undefined
		: { what: `${new URL(recipe.archive).host} does not answer`, forGood: recipe.isOptional };
}

/** By apt's own helper, which goes where mmdebstrap will go: through the proxies that apt knows. */
function isReachable(url: string): boolean {
	const directory = mkdtempSync(join(tmpdir(), 'cuth-reach-'));
	const { status } = spawnSync(
		'/usr/lib/apt/apt-helper',
		['download-file', url, join(directory, 'file')],
		{ stdio: 'ignore', timeout: 30_000 },
	);
	rmSync(directory, { recursive: true });
	return status === 0;
}
