import { removeLeftovers } from '../stage/leftovers.ts';
import { makeLinesVisible } from '../text/visible-text.ts';

/** Finishes what killed runs left, which every start does, and prints a line for each. */
export async function finishLeftovers(): Promise<void> {
	for (const { directory, trouble } of await removeLeftovers()) {
		const line = trouble ?? `Removed ${directory}, which a run that was killed had left.`;
		process.stderr.write(`${makeLinesVisible(line)}\n`);
	}
}
