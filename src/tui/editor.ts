/** A line that is being edited. Pure: a key makes another one of it. */
export type Editor = {
	readonly text: string;
	/** In characters as one sees them, from 0: before which of them the next one goes. */
	readonly cursor: number;
};

export function editorOf(text: string): Editor {
	return { text, cursor: charactersOf(text).length };
}

/** The keys of a shell's line, see readline(3). Any other key that is one character is inserted. */
export function editLine(editor: Editor, key: string): Editor {
	const characters = charactersOf(editor.text);
	const { cursor } = editor;
	const before = characters.slice(0, cursor);
	const after = characters.slice(cursor);
	switch (key) {
		case '←':
		case 'Ctrl-B':
			return { ...editor, cursor: Math.max(0, cursor - 1) };
		case '→':
		case 'Ctrl-F':
			return { ...editor, cursor: Math.min(characters.length, cursor + 1) };
		case 'Home':
		case 'Ctrl-A':
			return { ...editor, cursor: 0 };
		case 'End':
		case 'Ctrl-E':
			return { ...editor, cursor: characters.length };
		case 'Backspace':
		case 'Ctrl-H':
			return joined(before.slice(0, -1), after);
		case 'Delete':
		case 'Ctrl-D':
			return joined(before, after.slice(1));
		case 'Ctrl-U':
			return joined([], after);
		case 'Ctrl-K':
			return joined(before, []);
		case 'Ctrl-W':
			return joined(charactersOf(before.join('').replace(/\S*\s*$/, '')), after);
		case 'Space':
			return inserted(before, ' ', after);
		default:
			return isPrintable(key) ? inserted(before, key, after) : editor;
	}
}

/** What one sees as one character may be several for the computer. */
export function charactersOf(text: string): readonly string[] {
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const segmenter = new Intl.Segmenter();

function joined(before: readonly string[], after: readonly string[]): Editor {
	return { text: [...before, ...after].join(''), cursor: before.length };
}

/** A combining character becomes one with what is before it. */
function inserted(before: readonly string[], key: string, after: readonly string[]): Editor {
	const text = [...before, key].join('');
	return { text: text + after.join(''), cursor: charactersOf(text).length };
}

/** Names of keys have more than one character, but for the arrows. */
function isPrintable(key: string): boolean {
	return Array.from(key).length === 1 && !/^[↑↓\p{Control}]$/u.test(key);
}
