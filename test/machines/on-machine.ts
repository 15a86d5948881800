import { existsSync } from 'node:fs';
import { beforeAll, test } from '@jest/globals';
import { type BootedKind, kinds } from '../../scripts/machines/kinds.ts';
import { obstacleTo } from '../../scripts/machines/obstacle.ts';
import type { Recipe } from '../../scripts/machines/recipes.ts';
import { installation } from '../helpers/names.ts';
import { cameThrough } from './claims.ts';
import type { Run } from './guest/run.ts';
import type { Result } from './result.ts';
import { type Performed, type PerformedBy, performOn } from './virtual-machine.ts';

/** After which a machine is given up: several times what one takes, as it may be a slow day. */
const minutes = 80;

export type OnMachine = {
	/** Defines a test of the whole course, in which each lesson came through; what became of it is kept. */
	readonly course: (
		kind: BootedKind,
		claim: string,
		hold: (result: Result, performed: Performed) => unknown,
	) => void;
	/** Defines a test of any other run. */
	readonly run: (run: Run, claim: string, hold: (performed: Performed) => unknown) => void;
};

/**
 * Boots a machine once for all tests of a file, which must be defined at once. Where it cannot be had, they are
 * skipped, and their names say why.
 */
export function onMachine(recipe: Recipe): OnMachine {
	const obstacle = obstacleTo(recipe);
	const runs: Run[] = [];
	let performed: PerformedBy;

	if (obstacle === undefined) {
		beforeAll(
			async () => {
				// The checkout's own program may be built anew by another test just now.
				const options = existsSync(installation) ? { program: installation } : {};
				performed = await performOn(recipe, runs, { minutes, ...options });
			},
			(minutes + 5) * 60_000,
		);
	}

	return { course, run };

	function course(...[kind, claim, hold]: Parameters<OnMachine['course']>): void {
		const { boots, ...how } = kinds[kind];
		if (boots !== recipe) {
			throw new Error(`${kind} is a kind of ${boots.name}, and this file boots ${recipe.name}.`);
		}
		run({ ...how, name: kind, words: ['run', '--json'] }, claim, async (one) => {
			await hold(await cameThrough(one, kind), one);
		});
	}

	function run(...[run, claim, hold]: Parameters<OnMachine['run']>): void {
		if (obstacle !== undefined) {
			const why = `${obstacle.forGood ? 'cannot exist here' : 'not run here'}: ${obstacle.what}`;
			test.skip(`${recipe.name}, ${claim} (${why})`, () => undefined);
			return;
		}

		runs.push(run);
		test(`${recipe.name}, ${claim}`, async () => {
			await hold(performed(run.name));
		});
	}
}
