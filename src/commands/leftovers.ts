import { removeLeftovers } from '../stage/leftovers.ts';
import { makeLinesVisible } from '../text/visible-text.ts';

/** Every start finishes what a killed run left, and says so in a line for each. */
export async function finishLeftovers(): Promise<void> {
	for (const { directory, trouble } of await removeLeftovers()) {
		const told = trouble ?? `Removed ${directory}, which a run that was killed had left.`;
		process.stderr.write(`${makeLinesVisible(told)}\n`);
	}
}
