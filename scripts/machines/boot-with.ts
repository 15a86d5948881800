import { execFileSync } from 'node:child_process';
import {
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
import { boot } from './boot.ts';
import { makeDisk } from './disk.ts';
import { imageOf } from './image.ts';
import type { Recipe } from './recipes.ts';

/** What a machine gets, and how long it has. */
export type Work = {
	/** Fills a directory, which the machine sees as a disk: an executable `perform`, and what that needs. */
	readonly fill: (directory: string) => Promise<void>;
	/** Of that disk, as mke2fs takes it: `512M`. */
	readonly size: string;
	/** The most that it may hand back, in MiB: `perform` writes it to `/dev/vdc`, as tar does. */
	readonly room: number;
	/** To the command line of the kernel. */
	readonly append: string;
	/** After which it is given up. */
	readonly minutes: number;
};

/**
 * Boots a machine, has it perform something, and reads what it hands back.
 * @param read from the directory with what it handed back, which is then removed
 * @throws where the machine did not get through, with the end of what it said on its console
 */
export async function bootWith<Value>(
	recipe: Recipe,
	{ fill, size, room, append, minutes }: Work,
	read: (directory: string) => Value,
): Promise<Value> {
	const image = imageOf(recipe);
	const work = mkdtempSync(join(tmpdir(), 'cuth-machine-'));
	const inWork = (name: string) => join(work, name);
	const [input, output, log] = [inWork('input'), inWork('output'), inWork('log')];
	try {
		mkdirSync(inWork('content'));
		await fill(inWork('content'));
		execFileSync('chmod', ['-R', 'a+rX', inWork('content')]);
		makeDisk(input, inWork('content'), size);
		writeFileSync(output, '');
		truncateSync(output, room * 1024 * 1024);
		await boot(image, { input, output, log, minutes, append });
		mkdirSync(inWork('results'));
		execFileSync('tar', ['--extract', `--file=${output}`, `--directory=${inWork('results')}`]);
		return read(inWork('results'));
	} catch (error) {
		throw new Error(`${recipe.name}: ${String(error)}\nIts console ended with:\n${endOf(log)}`);
	} finally {
		rmSync(work, { recursive: true });
	}
}

const endOf = (log: string) =>
	existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-60).join('\n') : '';
