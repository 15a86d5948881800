// `npm run keep-trees`: boots a Debian with cgroup v1 and one with v2, has each open a stage with containers on
// it, and keeps what the program reads there, in `test/kept-trees`. The pure tests of the observation read that.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { banner } from './build/bundle.ts';
import { bootWith } from './machines/boot-with.ts';
import { cgroupV1, debian } from './machines/recipes.ts';
import { root } from './run/root.js';

const machines = { v1: cgroupV1, v2: '' };
const chosen = process.argv.slice(2);

for (const [version, append] of Object.entries(machines)) {
	if (chosen.length === 0 || chosen.includes(version)) {
		const file = `${root}test/kept-trees/${version}.json`;
		const kept = await keepOn(version, append);
		const style = await resolveConfig(file);
		writeFileSync(file, await format(kept, { ...style, parser: 'json' }));
	}
}

/** What such a machine hands back, as JSON. */
async function keepOn(version: string, append: string): Promise<string> {
	const fill = (directory: string) => makeContent(directory, version);
	const work = { fill, size: '512M', room: 16, append, minutes: 20 };
	return bootWith(debian, work, (directory) => readFileSync(join(directory, 'kept.json'), 'utf8'));
}

/** The disk that is handed over: Node.js, what reads the machine, and the guard of its stage. */
async function makeContent(directory: string, version: string): Promise<void> {
	copyFileSync(process.execPath, join(directory, 'node'));
	await build({
		absWorkingDir: root,
		entryPoints: ['scripts/kept-trees/guest.ts', 'src/stage/guard.ts'],
		entryNames: '[name]',
		outdir: directory,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		loader: { '.sh': 'text' },
		banner,
		logLevel: 'warning',
	});
	writeFileSync(join(directory, 'package.json'), '{ "type": "module" }\n');
	const perform = `#!/bin/sh -e
mkdir /run/kept
# On v2, systemd hands the controllers on where a unit wants them, and here none may.
if [ -e /sys/fs/cgroup/cgroup.subtree_control ]; then
	echo '+cpu +memory +pids' > /sys/fs/cgroup/cgroup.subtree_control
fi
/mnt/input/node /mnt/input/guest.js ${version} /run/kept/kept.json
tar --create --file=/dev/vdc --directory=/run/kept .
sync
`;
	writeFileSync(join(directory, 'perform'), perform, { mode: 0o755 });
}
