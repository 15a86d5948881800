import type { Proof } from '../../lesson/proof.ts';
import type { EventOf } from '../words/event.ts';
import { isUnknownFact } from '../judge/fact-value.ts';
import { fillIn, fillInKnown } from '../judge/fill-in.ts';
import type { Host } from '../words/host.ts';
import { sentence } from '../../text/sentence.ts';
import { makeVisible } from '../../text/visible-text.ts';
import { makeSafe } from '../../text/safe-text.ts';
import type { Snapshot } from '../words/snapshot.ts';

/** The number of lines that are kept of a file: a proof is to be read at a glance. */
export const keptOfProof = 12;

/**
 * Reads what the claims of a step rest on. That a file is gone may be the very proof, so nothing
 * here fails the step.
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
		if (!isUnknownFact(error)) {
			throw error;
		}
		const known = fillInKnown(path, seen, (fact) => `<${fact}>`);
		return nothing(known, select, error.message);
	}
}

/** Reads one file as it is now. Never throws: an error becomes the reason why nothing was found. */
export async function readProof(
	host: Host,
	path: string,
	select: readonly string[],
): Promise<EventOf<'proved'>> {
	try {
		const { place: read, found, text } = await host.read(path);
		const place = makeVisible(read);
		if (found !== 'text') {
			return { ...nothing(path, select, makeSafe(text)), place, found };
		}
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

/**
 * Returns the lines that begin with one of the words, or have one between blanks; without words,
 * all.
 */
export function chosenLines(text: string, words: readonly string[]): readonly string[] {
	const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
	return words.length === 0
		? lines
		: lines.filter((line) => words.some((word) => beginsWith(line, word) || has(line, word)));
}

/** Whether a whole word begins the line: `oom_kill` does not begin `oom_kill_disable 0`. */
function beginsWith(line: string, word: string): boolean {
	return line.startsWith(word) && !/^\w\w$/.test(line.slice(word.length - 1, word.length + 1));
}

function has(line: string, word: string): boolean {
	return line.split(/\s+/).includes(word);
}
