import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bootWith } from '../../scripts/machines/boot-with.ts';
import type { Recipe } from '../../scripts/machines/recipes.ts';
import { root } from '../../scripts/run/root.js';
import type { Ended, Run } from './guest/run.ts';

export type Options = {
	/** After which it is given up. */
	readonly minutes: number;
	/** To the command line of the kernel. */
	readonly append?: string;
	/** The directory of the program that it gets; without one, this checkout. */
	readonly program?: string;
};

export type Performed = Ended & { readonly output: string };

/**
 * What became of a run, by its name.
 * @throws where none is called so
 */
export type PerformedBy = (name: string) => Performed;

/**
 * Boots a machine, performs all runs on it one after the other, and says what became of each.
 * @throws where the machine did not get through, with the end of what it said on its console.
 */
export async function performOn(
	recipe: Recipe,
	runs: readonly Run[],
	{ minutes, append = '', program = root }: Options,
): Promise<PerformedBy> {
	const fill = (directory: string) => fillWith(runs, program, directory);
	const work = { fill, size: '1G', room: 256, append, minutes };
	return bootWith(recipe, work, (directory) => readResults(directory, runs));
}

/** Everything that the machine needs to perform them: the program, Node.js, and what conducts. */
async function fillWith(runs: readonly Run[], program: string, directory: string): Promise<void> {
	mkdirSync(join(directory, 'program'), { recursive: true });
	for (const part of ['dist', 'lessons', 'package.json', 'assets']) {
		cpSync(join(program, part), join(directory, 'program', part), { recursive: true });
	}

	copyFileSync(process.execPath, join(directory, 'node'));
	writeFileSync(join(directory, 'runs.json'), JSON.stringify(runs));
	writeFileSync(join(directory, 'perform'), script);
	await build({
		entryPoints: [join(root, 'test/machines/guest/conduct.ts')],
		outfile: join(directory, 'conduct.mjs'),
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
	});
	chmodSync(join(directory, 'perform'), 0o755);
}

/** Installs the program where it could be on anybody's machine: recordings show its path. */
const script = [
	'#!/bin/sh -e',
	"cut -d ' ' -f 1 /proc/uptime > /run/booted",
	'cp -r /mnt/input/program /opt/containers-under-the-hood',
	'cp /mnt/input/node /usr/local/bin/node',
	'exec node /mnt/input/conduct.mjs',
	'',
].join('\n');

function readResults(directory: string, runs: readonly Run[]): PerformedBy {
	const read = (name: string) => readFileSync(join(directory, name), 'utf8');
	const performed = new Map(
		runs.map(({ name }): [string, Performed] => [
			name,
			{ ...(JSON.parse(read(`${name}.json`)) as Ended), output: read(`${name}.ndjson`) },
		]),
	);
	return (name) => {
		const one = performed.get(name);
		if (one === undefined) {
			throw new Error(`Nobody performed ${name}.`);
		}
		return one;
	};
}
