import { fillFacts, findFacts, parseFact } from '../../lesson/fact.ts';
import { factCall } from './facts.ts';
import { escapeInDocument, escapeInQuotes, quote } from './quote.ts';

/** Whether a script can find the value of every `{{…}}` in a text. */
export function canFill(text: string): boolean {
	return findFacts(text).every(({ fact }) => factCall(parseFact(fact)) !== undefined);
}

/** Returns a text as one word of shell, in which calls stand for the facts. */
export function fillWord(text: string): string {
	return findFacts(text).length === 0 ? quote(text) : `"${fill(text, escapeInQuotes)}"`;
}

/** Returns a text for a here-document, in which calls stand for the facts. */
export function fillDocument(text: string): string {
	return fill(text, escapeInDocument);
}

/** Returns a text with calls for its facts; what stands between the facts is escaped. */
function fill(text: string, escape: (plain: string) => string): string {
	const facts = findFacts(text);
	const ends = [0, ...facts.map(({ fact, offset }) => offset + `{{${fact}}}`.length)];
	const pieces = ends.map((end, index) => text.slice(end, facts[index]?.offset));
	const calls = facts.map(({ fact }) => fillFacts(`{{${fact}}}`, (one) => factCall(one) ?? ''));
	return pieces.map((piece, index) => escape(piece) + (calls[index] ?? '')).join('');
}
