import { beforeAll, test } from '@jest/globals';
import { obstacleTo } from '../../scripts/machines/obstacle.js';
import type { Recipe } from '../../scripts/machines/recipes.js';
import type { Run } from './guest/run.ts';
import { type Options, type Performed, performOn } from './virtual-machine.ts';

/** After which a machine is given up: several times what one takes, as it may be a slow day. */
const minutes = 80;

/** Defines a test of what became of one run. */
export type Check = (run: string, claim: string, hold: (performed: Performed) => unknown) => void;

/**
 * Boots a machine once for all tests of a file. Where it cannot be had, they are skipped, and their
 * names say why.
 */
export function onMachine(
	recipe: Recipe,
	runs: readonly Run[],
	{ name = recipe.name, append }: Pick<Options, 'append'> & { readonly name?: string } = {},
): Check {
	const obstacle = obstacleTo(recipe);
	let performed: ReadonlyMap<string, Performed> = new Map();
	if (obstacle !== undefined) {
		const why = `${obstacle.forGood ? 'cannot exist here' : 'not run here'}: ${obstacle.what}`;
		return (_, claim) => {
			test.skip(`${name}, ${claim} (${why})`, () => undefined);
		};
	}

	beforeAll(
		async () => {
			performed = await performOn(recipe, runs, { minutes, append });
		},
		(minutes + 5) * 60_000,
	);

	return (run, claim, hold) => {
		test(`${name}, ${claim}`, async () => {
			const one = performed.get(run);
			if (one === undefined) throw new Error(`Nobody performed ${run}.`);
			await hold(one);
		});
	};
}
