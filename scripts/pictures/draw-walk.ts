import { drawPicture, type Size } from './draw-screen.ts';

export type Screen = {
	readonly seconds: number;
	/** Whether it is what is shown to those who want no motion. */
	readonly still: boolean;
	/** As `drawRows` drew them. */
	readonly rows: readonly string[];
};

/**
 * Screens one after the other, each for its seconds, and from the beginning again. Rows that several
 * screens have in common are drawn once. Who wants no motion sees the one that is marked as `still`.
 */
export function drawWalk(size: Size, screens: readonly Screen[]): string {
	const total = screens.reduce((sum, { seconds }) => sum + seconds, 0);
	const names = new Map<string, string>();
	for (const row of screens.flatMap(({ rows }) => rows)) {
		if (!names.has(row)) {
			names.set(row, `r${names.size}`);
		}
	}

	let begun = 0;
	const rules = screens.map(({ seconds }, index) => {
		const from = percent(begun, total);
		begun += seconds;
		const to = percent(begun, total);
		const before = index === 0 ? '' : '0%{visibility:hidden}';
		const after = to === 100 ? '' : `${to}%{visibility:hidden}`;
		return `@keyframes k${index}{${before}${from}%{visibility:visible}${after}}#s${index}{animation-name:k${index}}`;
	});
	const still = screens.findIndex(({ still }) => still);
	const style = [
		`.s{visibility:hidden;animation:${total}s step-end infinite}`,
		...rules,
		`@media(prefers-reduced-motion:reduce){.s{animation:none!important}#s${still}{visibility:visible}}`,
	].join('');
	const rows = [...names].map(([row, name]) => `<g id="${name}">${row}</g>`);
	const frames = screens.map(
		(screen, index) =>
			`<g class="s" id="s${index}">${screen.rows.map((row) => `<use href="#${names.get(row) ?? ''}"/>`).join('')}</g>`,
	);
	return drawPicture(size, ['<defs>', ...rows, '</defs>', ...frames].join('\n'), style);
}

const percent = (seconds: number, total: number) => Number(((100 * seconds) / total).toFixed(3));
