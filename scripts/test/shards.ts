import { impure, projectOf, testFiles } from '../../test/projects.ts';

/** Test files that one Jest runs, in an enclosure of its own. */
export type Shard = {
	readonly name: string;
	/** As `test/real/lessons.test.ts`. */
	readonly files: readonly string[];
	/** Of the processor; a process outside has 1024. */
	readonly shares: number;
	/** How many of its files run at once. */
	readonly workers: number;
};

/** The tests that boot machines of their own: an emulated machine keeps a processor busy. */
export const booted = 'test/machines/booted/';

/**
 * Those with whole courses, which measure what a core gives, and that of a network. All of them are in one shard, which
 * comes before the others: two at once would take it from each other. Together they take somewhat longer than the rest.
 */
export const measuring: readonly string[] = [
	'test/challenges/challenges.test.ts',
	'test/machines/docker.test.ts',
	'test/machines/in-a-container.test.ts',
	'test/machines/node-versions.test.ts',
	'test/real/lessons.test.ts',
	'test/real/script.test.ts',
	'test/real/traced.test.ts',
];

/**
 * The shares of the processor that those which measure have; a process outside has 1024. They sleep for most of their
 * time, and where they do not, they have it almost for themselves.
 */
export const measuringShares = 64 * 1024;

/** All tests that see or change the machine. */
export function makeShards(): readonly Shard[] {
	const files = testFiles().filter((file) => impure.includes(projectOf(file)));
	const isBooted = (file: string) => file.startsWith(booted);
	const isMeasuring = (file: string) => measuring.includes(file);
	return [
		{ name: 'measuring', files: files.filter(isMeasuring), shares: measuringShares, workers: 1 },
		{
			name: 'others',
			files: files.filter((file) => !isMeasuring(file) && !isBooted(file)),
			shares: 4 * 1024,
			workers: 1,
		},
		{ name: 'booted', files: files.filter(isBooted), shares: 4 * 1024, workers: 2 },
	];
}
