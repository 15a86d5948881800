import { cgroupReadings } from './cgroups.ts';
import { misconceptions } from './misconceptions.ts';
import { mountReadings } from './mounts.ts';
import { namespaceReadings } from './namespaces.ts';
import { programReadings } from './programs.ts';
import type { Diagnosis } from './reading.ts';
import { rootReadings } from './roots.ts';
import { signalReadings } from './signals.ts';

/**
 * All diagnoses, of which the first that fits is taken: what a program says tells more than how it
 * ended, or than what was typed.
 */
export const readings: readonly Diagnosis[] = [
	...namespaceReadings,
	...mountReadings,
	...cgroupReadings,
	...programReadings,
	...rootReadings,
	...signalReadings,
	...misconceptions,
];
