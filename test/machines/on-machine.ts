import { beforeAll, test } from '@jest/globals';
import { obstacleTo } from '../../scripts/machines/obstacle.js';
import type { Recipe } from '../../scripts/machines/recipes.js';
import type { Run } from './guest/run.ts';
import { type Performed, performOn } from './virtual-machine.ts';

/** Defines a test of what became of one run. */
export type Check = (run: string, claim: string, hold: (performed: Performed) => unknown) => void;

/**
 * Boots a machine once for all tests of a file. Where it cannot be had, they are skipped, and their
 * names say why.
 */
export function onMachine(recipe: Recipe, runs: readonly Run[], minutes: number): Check {
	const obstacle = obstacleTo(recipe);
	let performed: ReadonlyMap<string, Performed> = new Map();
	if (obstacle !== undefined) {
		const why = `${obstacle.forGood ? 'cannot exist here' : 'not run here'}: ${obstacle.what}`;
		return (_, claim) => {
			test.skip(`${recipe.name}, ${claim} (${why})`, () => undefined);
		};
	}

	beforeAll(
		async () => {
			performed = await performOn(recipe, runs, minutes);
		},
		(minutes + 5) * 60_000,
	);

	return (name, claim, hold) => {
		test(`${recipe.name}, ${claim}`, async () => {
			const one = performed.get(name);
			if (one === undefined) throw new Error(`Nobody performed ${name}.`);
			await hold(one);
		});
	};
}
