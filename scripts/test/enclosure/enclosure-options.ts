import { learner } from '../../../test/helpers/names.ts';
import { cache } from '../../machines/image.ts';
import { root } from '../../run/root.js';
import type { EnclosureOptions } from './make-enclosure.ts';

/** What every enclosure of tests has, with its share of the processor, of which a process outside has 1024. */
export function enclosureOptions(shares: number): EnclosureOptions {
	return { shares, kept: [root.slice(0, -1), cache], home: `/home/${learner}` };
}
