/** A line without its newline; one that has none, at the end, is not complete. */
export type Line = { readonly number: number; readonly text: string; readonly complete: boolean };

/** Splits text that comes in pieces of any size. Blank lines are left out. */
export async function* linesOf(source: AsyncIterable<string> | string): AsyncGenerator<Line> {
	let number = 0;
	let rest = '';
	for await (const piece of typeof source === 'string' ? [source] : source) {
		const texts = (rest + piece).split('\n');
		rest = texts.pop() ?? '';
		for (const text of texts) {
			number += 1;
			if (text.trim() !== '') {
				yield { number, text, complete: true };
			}
		}
	}
	if (rest.trim() !== '') {
		yield { number: number + 1, text: rest, complete: false };
	}
}
