import { join } from 'node:path';
import { execa } from 'execa';
import { inOuterNetwork } from '../helpers/outer-network.ts';
import { cached } from './cache.ts';

/** What Docker's own image of Node.js has beyond the essential packages. */
export const slim: readonly string[] = ['mount', 'libstdc++6'];

/** With everything that the lessons use. */
export const complete: readonly string[] = [...slim, 'procps', 'iproute2', 'cgroup-tools'];

/** Path of a tar with a Debian of the essential packages, apt and these. Node.js is not in it. */
export const debianRoot = (packages: readonly string[]): Promise<string> =>
	cached('debian.tar', `bookworm ${packages.join()}`, async (directory) => {
		await execa('env', [
			...inOuterNetwork,
			...['mmdebstrap', '--quiet', '--variant=minbase', `--include=${packages.join()}`],
			...['bookworm', join(directory, 'debian.tar')],
		]);
	});
