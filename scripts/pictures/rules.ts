type Side = 'left' | 'right' | 'up' | 'down';
type Point = readonly [x: number, y: number];

/** Where the first cell of a text begins, and how large a cell is, in pixels. */
type Place = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};

/** Characters of rules and boxes; a font draws them with gaps between the rows. The arms of each, from its centre. */
const arms: Readonly<Record<string, readonly Side[]>> = {
	'─': ['left', 'right'],
	'│': ['up', 'down'],
	'╷': ['down'],
	'╵': ['up'],
	'┬': ['left', 'right', 'down'],
	'┴': ['left', 'right', 'up'],
};
/** Round corners: from the end of one arm to that of the other. */
const corners: Readonly<Record<string, readonly [Side, Side]>> = {
	'╭': ['down', 'right'],
	'╰': ['up', 'right'],
	'╮': ['down', 'left'],
	'╯': ['up', 'left'],
};

/** Whether there is nothing else in the text. */
export const isRule = (text: string): boolean => /^[─│╷╵┬┴╭╰╮╯]+$/.test(text);

/** All of a text of such characters as one path. */
export function pathOf(text: string, { x, y, width, height }: Place): string {
	if (/^─+$/.test(text)) {
		return `M${round(x)} ${round(y + height / 2)}h${round(text.length * width)}`;
	}

	return Array.from(text)
		.map((character, index) => draw(character, x + (index + 0.5) * width, y + height / 2))
		.join('');

	function draw(character: string, middleX: number, middleY: number): string {
		const ends: Readonly<Record<Side, Point>> = {
			left: [middleX - width / 2, middleY],
			right: [middleX + width / 2, middleY],
			up: [middleX, middleY - height / 2],
			down: [middleX, middleY + height / 2],
		};
		const centre = point([middleX, middleY]);
		const corner = corners[character];
		if (corner) {
			return `M${point(ends[corner[0]])}Q${centre} ${point(ends[corner[1]])}`;
		}
		return (arms[character] ?? []).map((arm) => `M${centre}L${point(ends[arm])}`).join('');
	}
}

const point = (numbers: Point) => numbers.map(round).join(' ');
const round = (number: number) => Number(number.toFixed(1));
