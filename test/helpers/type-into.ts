import type { Stage } from '../../src/stage/stage.ts';

/** Types a line into a terminal of a stage, and waits for its end. */
export async function typeInto(
	stage: Stage,
	text: string,
	signal = new AbortController().signal,
	name = 'host',
) {
	const terminal = await stage.terminal(name);
	let output = '';
	for await (const answer of terminal.type(text, signal)) {
		if (answer.kind === 'typed') {
			return { ...answer, output };
		}

		output += answer.text;
	}

	throw new Error('The terminal did not answer.');
}
