import { execFileSync } from 'node:child_process';
import {
	chmodSync,
	copyFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { boot } from '../../scripts/machines/boot.js';
import { makeDisk } from '../../scripts/machines/disk.js';
import { imageOf } from '../../scripts/machines/image.js';
import { installation } from '../helpers/names.js';
import type { Ended, Run } from './guest/run.ts';

export type Options = {
	/** After which it is given up. */
	readonly minutes: number;
	/** To the command line of the kernel. */
	readonly append?: string | undefined;
};

export type Performed = Ended & { readonly output: string };
type Recipe = Parameters<typeof imageOf>[0];

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Boots a machine, performs all runs on it one after the other, and says what became of each.
 * @throws where the machine did not get through, with the end of what it said on its console.
 */
export async function performOn(
	recipe: Recipe,
	runs: readonly Run[],
	{ minutes, append }: Options,
): Promise<ReadonlyMap<string, Performed>> {
	const image = imageOf(recipe);
	const work = mkdtempSync(join(tmpdir(), 'cuth-machine-'));
	const [input, output, log] = ['input', 'output', 'log'].map((name) => join(work, name)) as [
		string,
		string,
		string,
	];
	try {
		await makeInput(join(work, 'content'), runs);
		makeDisk(input, join(work, 'content'), '1G');
		writeFileSync(output, '');
		truncateSync(output, 256 * 1024 * 1024);
		await boot(image, { input, output, log, minutes, append: append ?? '' });
		return readOutput(output, join(work, 'results'), runs);
	} catch (error) {
		throw new Error(`${recipe.name}: ${String(error)}\nIts console ended with:\n${endOf(log)}`);
	} finally {
		rmSync(work, { recursive: true });
	}
}

/** Everything that the machine needs to perform them: the program, Node.js, and what conducts. */
async function makeInput(directory: string, runs: readonly Run[]): Promise<void> {
	mkdirSync(join(directory, 'program'), { recursive: true });
	// The checkout's own may be built anew by another test just now.
	const program = existsSync(installation) ? installation : root;
	for (const part of ['dist', 'lessons', 'package.json', 'assets']) {
		cpSync(join(program, part), join(directory, 'program', part), { recursive: true });
	}

	copyFileSync(process.execPath, join(directory, 'node'));
	writeFileSync(join(directory, 'runs.json'), JSON.stringify(runs));
	writeFileSync(
		join(directory, 'perform'),
		'#!/bin/sh\nexec /mnt/input/node /mnt/input/conduct.mjs\n',
	);
	await build({
		entryPoints: [join(root, 'test/machines/guest/conduct.ts')],
		outfile: join(directory, 'conduct.mjs'),
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
	});
	execFileSync('chmod', ['-R', 'a+rX', directory]);
	chmodSync(join(directory, 'perform'), 0o755);
}

function readOutput(output: string, directory: string, runs: readonly Run[]) {
	mkdirSync(directory);
	execFileSync('tar', ['--extract', `--file=${output}`, `--directory=${directory}`]);
	const read = (name: string) => readFileSync(join(directory, name), 'utf8');
	return new Map(
		runs.map(({ name }): [string, Performed] => [
			name,
			{ ...(JSON.parse(read(`${name}.json`)) as Ended), output: read(`${name}.ndjson`) },
		]),
	);
}

const endOf = (log: string) =>
	existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-60).join('\n') : '';
