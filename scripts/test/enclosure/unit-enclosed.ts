import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { isAbandoned, makeDirectory, nameOf } from '../../../test/helpers/directory.ts';
import setUp from '../../../test/helpers/set-up.mts';
import { signals } from '../../../test/helpers/signals.ts';
import tearDown from '../../../test/helpers/tear-down.mts';
import { measuringShares } from '../shards.ts';
import { removeControlGroups } from './control-groups.ts';
import { enclosureOptions } from './enclosure-options.ts';
import { canEnclose, makeEnclosure } from './make-enclosure.ts';

/**
 * Runs `npm run unit` with these words once more, in an enclosure, after a set-up for it.
 * @param kept directories that must be seen also where they are below /tmp
 * @returns its exit code; undefined where this machine allows no enclosures
 */
export async function unitEnclosed(
	words: readonly string[],
	kept: readonly string[],
): Promise<number | undefined> {
	const directory = makeDirectory([]);
	const place = join(directory, nameOf('unit'));
	// It may be one of those that measure.
	const options = enclosureOptions(measuringShares);
	try {
		if (!canEnclose(place, options)) {
			return undefined;
		}
		await setUp();
		removeControlGroups(isAbandoned);
		const enclosure = makeEnclosure(place, { ...options, kept: [...options.kept, ...kept] });
		const [file = '', ...before] = enclosure.command;
		const child = spawn(
			file,
			[...before, process.execPath, ...process.execArgv, 'scripts/run.js', 'unit', ...words],
			{ stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, IS_SET_UP: '1' } },
		);
		let code = 0;
		for (const signal of signals) {
			process.on(signal, () => {
				code = 128 + constants.signals[signal];
				child.kill('SIGKILL');
			});
		}
		const [status] = (await once(child, 'exit')) as [number | null];
		enclosure.remove();
		return code || (status ?? 1);
	} finally {
		tearDown();
		rmSync(directory, { recursive: true, force: true });
	}
}
