import type { Proof } from '../lesson/proof.ts';
import type { EventOf } from './event.ts';
import { FactError } from './fact-value.ts';
import { fillIn, fillInKnown } from './fill-in.ts';
import type { Host } from './host.ts';
import { sentence } from '../text/sentence.ts';
import { makeVisible } from '../text/visible-text.ts';
import { makeSafe } from './safe-text.ts';
import type { Snapshot } from './snapshot.ts';

/** Lines of a file that are kept; a proof is to be read at a glance. */
export const keptOfProof = 12;

/**
 * Reads what the claims of a step rest on. That there is nothing any more may be the very proof, so
 * nothing here fails the step.
 */
export async function* prove(
	{ host }: { readonly host: Host },
	proofs: readonly Proof[],
	seen: readonly Snapshot[],
): AsyncGenerator<EventOf<'proved'>> {
	for (const proof of proofs) {
		yield await proveOne(host, proof, seen);
	}
}

async function proveOne(host: Host, { path, select }: Proof, seen: readonly Snapshot[]) {
	try {
		const words = select.map((word) => fillIn(word, ...seen));
		return await readProof(host, fillIn(path, ...seen), words);
	} catch (error) {
		if (!(error instanceof FactError)) throw error;
		const known = fillInKnown(path, seen, (fact) => `<${fact}>`);
		return nothing(known, select, error.message);
	}
}

/** One file as it is now. Never throws: what goes wrong is why nothing is found. */
export async function readProof(
	host: Host,
	path: string,
	select: readonly string[],
): Promise<EventOf<'proved'>> {
	try {
		const { place: read, found, text } = await host.read(path);
		const place = makeVisible(read);
		if (found !== 'text') return { ...nothing(path, select, makeSafe(text)), place, found };
		const lines = chosenLines(text, select);
		return {
			...nothing(path, select, lines.slice(0, keptOfProof).map(makeSafe).join('\n')),
			place,
			found: 'lines',
			more: Math.max(0, lines.length - keptOfProof),
		};
	} catch (error) {
		return nothing(path, select, sentence(error));
	}
}

function nothing(path: string, select: readonly string[], why: string): EventOf<'proved'> {
	return { kind: 'proved', path, place: path, select, found: 'gone', text: why, more: 0 };
}

/** Those that begin with one of the words, or have it between blanks; without words, all. */
export function chosenLines(text: string, words: readonly string[]): readonly string[] {
	const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
	return words.length === 0
		? lines
		: lines.filter((line) => words.some((word) => beginsWith(line, word) || has(line, word)));
}

/** `oom_kill` does not begin `oom_kill_disable 0`. */
function beginsWith(line: string, word: string): boolean {
	return line.startsWith(word) && !/^\w\w$/.test(line.slice(word.length - 1, word.length + 1));
}

function has(line: string, word: string): boolean {
	return line.split(/\s+/).includes(word);
}
