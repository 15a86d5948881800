import { newsOf } from './news.ts';
import type { ReadPage } from './page.ts';

/** Tells pages one after the other: returns what each adds to the lines that were written before. */
export function createReader(): (page: ReadPage) => readonly string[] {
	let before: ReadPage | undefined;
	/** What windows come to lie over, to go on with where they are closed. */
	const told = new Map<string, readonly string[]>();
	let waiting: string | undefined;
	let keys: string | undefined;
	let notice: string | undefined;

	function noteOf(page: ReadPage): readonly string[] {
		const isNew = page.notice !== notice;
		notice = page.notice;
		return isNew && notice !== undefined ? [`Note: ${notice}`] : [];
	}

	return (page) => {
		if (page.waiting) {
			const news = page.waiting.filter((line) => line !== waiting);
			waiting = page.waiting.at(-1) ?? waiting;
			keys = undefined;
			return [...news, ...noteOf(page)];
		}
		waiting = undefined;
		const isOther = page.name !== before?.name;
		const known = told.get(page.name);
		const lines = isOther ? entered(page, known) : newsOf(known ?? [], page.lines);
		before = page;
		told.set(page.name, page.lines);
		const prompt = page.keys === keys ? [] : ['', `Keys: ${page.keys}.`];
		keys = page.keys;
		return [...lines, ...noteOf(page), ...prompt];
	};
}

/** A page that was left for a window, or was looked at before, is not told twice: its title is enough. */
function entered(page: ReadPage, known: readonly string[] | undefined): readonly string[] {
	return ['', page.title, '', ...(known && known.join() === page.lines.join() ? [] : page.lines)];
}
