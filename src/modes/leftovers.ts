import { removeLeftovers } from '../stage/leftovers.ts';

/** Every start finishes what a killed run left, and says so in a line for each. */
export async function finishLeftovers(): Promise<void> {
	for (const { directory, trouble } of await removeLeftovers()) {
		process.stderr.write(
			`${trouble ?? `Removed ${directory}, which a run that was killed had left.`}\n`,
		);
	}
}
