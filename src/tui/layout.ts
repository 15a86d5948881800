export type Size = { readonly columns: number; readonly rows: number };

/** `wide`: two panes; `column`: one; `linear`: plain lines without rules and boxes. */
export type Layout = {
	readonly kind: 'wide' | 'column' | 'linear';
	/** Of the whole picture. */
	readonly width: number;
	/** One row less than the terminal has: Ink clears the screen for a picture as high as the terminal. */
	readonly height: number;
	/** Empty columns at the left. */
	readonly margin: number;
};

const widest = 150;

export const layoutOf = ({ columns, rows }: Size): Layout => {
	const kind = columns < 60 || rows < 18 ? 'linear' : columns < 100 ? 'column' : 'wide';
	return {
		kind,
		width: Math.max(1, Math.min(columns, widest)),
		height: Math.max(1, rows - 1),
		margin: kind === 'linear' ? 0 : 2,
	};
};
