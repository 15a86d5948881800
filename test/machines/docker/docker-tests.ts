import { afterAll, beforeAll, test } from '@jest/globals';
import { debianRoot } from '../debian-root.ts';
import { lacking } from '../installed.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { buildBase } from './image.ts';

const base = 'cuth-base';

/**
 * For a file whose tests share one daemon. They are skipped, by name, where there is no Docker.
 * @param packages Of the Debian that the containers are made of; with Node.js, and an ordinary user `node`.
 * @param furnish Makes what images the tests need of that.
 */
export function dockerTests(
	packages: readonly string[],
	furnish: (daemon: Daemon, base: string) => Promise<void>,
) {
	const lack = lacking('dockerd', 'docker', 'mmdebstrap');
	let daemon: Daemon | undefined;

	beforeAll(async () => {
		if (lack === undefined) {
			const root = await debianRoot(packages);
			daemon = await startDaemon();
			await buildBase(daemon, base, root);
			await furnish(daemon, base);
		}
	}, 600_000);

	afterAll(async () => {
		await daemon?.stop();
	}, 180_000);

	/** Running, in a test. */
	const running = (): Daemon => {
		if (daemon === undefined) {
			throw new Error('The daemon was not started.');
		}
		return daemon;
	};

	const check = (name: string, body: () => Promise<void>) => {
		if (lack === undefined) {
			test(name, body, 400_000);
		} else {
			test.skip(`${name} (not run here: ${lack})`, body);
		}
	};

	return { daemon: running, check };
}
