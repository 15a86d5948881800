import { cgroupReadings } from './cgroups.ts';
import { misconceptions } from './misconceptions.ts';
import { mountReadings } from './mounts.ts';
import { namespaceReadings } from './namespaces.ts';
import { programReadings } from './programs.ts';
import type { Reading } from './reading.ts';
import { rootReadings } from './roots.ts';
import { signalReadings } from './signals.ts';

/** The first that fits is taken: what a program says tells more than how it ended, or what was typed. */
export const readings: readonly Reading[] = [
	...namespaceReadings,
	...mountReadings,
	...cgroupReadings,
	...programReadings,
	...rootReadings,
	...signalReadings,
	...misconceptions,
];
