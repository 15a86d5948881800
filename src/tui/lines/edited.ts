import { columnsOf } from '../../report/columns.ts';
import { charactersOf, type Editor } from '../editor.ts';
import type { Line } from './line.ts';
import { span } from './line.ts';

const prompt = '# ';

/** The line that is being edited, with the place where the next character goes. */
export function editedLines({ text, cursor }: Editor, width: number): Line[] {
	// At the end of the line the cursor stands on nothing.
	const characters = [...charactersOf(text), ' '];
	return rowsOf(characters, width - prompt.length).map(({ first, row }) => {
		const place = cursor - first;
		const isHere = place >= 0 && place < row.length;
		const parts = isHere
			? [
					span(row.slice(0, place).join(''), 'command'),
					span(row[place] ?? ' ', 'cursor'),
					span(row.slice(place + 1).join(''), 'command'),
				]
			: [span(row.join(''), 'command')];
		const mark = first === 0 ? span(prompt, 'prompt') : span(' '.repeat(prompt.length));
		return [mark, ...parts.filter((part) => part.text !== '')];
	});
}

type Row = { readonly first: number; readonly row: readonly string[] };

/** Broken wherever a row is full, as a terminal does, so that nothing moves while one types. */
function rowsOf(characters: readonly string[], width: number): readonly Row[] {
	const rows: { first: number; row: string[]; columns: number }[] = [];
	for (const [index, character] of characters.entries()) {
		const columns = columnsOf(character);
		const last = rows.at(-1);
		if (last && last.columns + columns <= Math.max(2, width)) {
			last.row.push(character);
			last.columns += columns;
		} else {
			rows.push({ first: index, row: [character], columns });
		}
	}
	return rows;
}
