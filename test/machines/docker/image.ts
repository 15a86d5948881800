import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Daemon } from './daemon.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const certificates = '/etc/ssl/certs/ca-certificates.crt';
const libraries = join(dirname(process.execPath), '../lib/node_modules');

/** Where the program is in the image. */
export const entry = '/opt/containers-under-the-hood/dist/entry.js';

/** An image like Docker's own `node:20-bookworm-slim`: a Debian, the Node.js that runs the tests, a user `node`. */
export const buildBase = (daemon: Daemon, name: string, root: string): Promise<void> =>
	build(daemon, name, (context) => {
		copyFileSync(root, join(context, 'root.tar'));
		copyFileSync(process.execPath, join(context, 'node'));
		cpSync(join(libraries, 'npm'), join(context, 'npm'), { recursive: true });
		return [
			'FROM scratch',
			'ADD root.tar /',
			'COPY node /usr/local/bin/node',
			'COPY npm /usr/local/lib/node_modules/npm',
			'RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm',
			'RUN useradd --create-home --uid 1000 node',
			...copyCertificates(context),
		];
	});

/** What `buildProgram` makes. */
export const image = 'cuth-tests';

/** The same, with the program. */
export const buildProgram = (daemon: Daemon, base: string): Promise<void> =>
	build(daemon, image, (context) => {
		for (const part of ['dist', 'lessons', 'package.json']) {
			cpSync(join(checkout, part), join(context, part), { recursive: true });
		}

		return [`FROM ${base}`, 'COPY . /opt/containers-under-the-hood'];
	});

/** @param prepare Fills the directory that can be copied from; returns the Dockerfile's lines. */
async function build(
	daemon: Daemon,
	name: string,
	prepare: (context: string) => readonly string[],
): Promise<void> {
	const context = join(daemon.directory, 'context');
	mkdirSync(context);
	writeFileSync(join(context, 'Dockerfile'), prepare(context).join('\n'));
	await daemon.docker(['build', '--quiet', '--network', 'none', '--tag', name, context]);
	rmSync(context, { recursive: true });
}

/** Who reaches the registries through somebody who reads along trusts him here; so must npm inside. */
function copyCertificates(context: string): readonly string[] {
	if (!existsSync(certificates)) {
		return [];
	}
	copyFileSync(certificates, join(context, 'certificates'));
	return [`COPY certificates ${certificates}`, `ENV NODE_EXTRA_CA_CERTS=${certificates}`];
}
