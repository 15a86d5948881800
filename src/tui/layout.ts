export type Size = { readonly columns: number; readonly rows: number };

/** Of what is read in lines: nothing is out of sight, and no line ends before its end. */
export const readingSize: Size = { columns: Infinity, rows: Infinity };

/** Stands for no limit, where columns are counted. */
const unlimited = 100_000;

/** `wide`: two panes; `column`: one; `linear`: plain lines without rules and boxes. */
export type Layout = {
	readonly kind: 'wide' | 'column' | 'linear';
	/** Of the whole picture. */
	readonly width: number;
	/** One row less than the terminal has: Ink clears the screen for a picture as high as that. */
	readonly height: number;
	/** Empty columns at both sides of text. */
	readonly margin: number;
	/** What is left for one pane that fills the picture. */
	readonly pane: { readonly width: number; readonly height: number };
	/** The two panes of a wide picture. */
	readonly main: { readonly width: number; readonly height: number };
	readonly side: { readonly width: number; readonly height: number };
};

/** Lines that are longer are hard to read. */
const widest = 150;
/** The title, the keys, and the rules at them. */
const frameRows = { wide: 4, column: 4, linear: 2 };

export function layoutOf({ columns, rows }: Size): Layout {
	if (columns === Infinity) {
		return readingLayout;
	}
	const kind = columns < 60 || rows < 18 ? 'linear' : columns < 100 ? 'column' : 'wide';
	const margin = kind === 'linear' ? 0 : 2;
	const width = Math.max(1, Math.min(columns, widest));
	const height = Math.max(3, rows - 1);
	const paneHeight = Math.max(1, height - frameRows[kind]);
	const inner = Math.max(1, width - 2 * margin);
	const mainWidth = Math.floor((inner - dividerWidth(margin)) * 0.58);
	return {
		kind,
		width,
		height,
		margin,
		pane: { width: inner, height: paneHeight },
		main: { width: mainWidth, height: paneHeight },
		side: { width: inner - dividerWidth(margin) - mainWidth, height: paneHeight },
	};
}

/** A bar with as much space at its sides as there is at the edges. */
function dividerWidth(margin: number): number {
	return 2 * margin + 1;
}

const page = { width: unlimited, height: unlimited };
const readingLayout: Layout = {
	kind: 'linear',
	width: unlimited,
	height: unlimited,
	margin: 0,
	pane: page,
	main: page,
	side: page,
};
