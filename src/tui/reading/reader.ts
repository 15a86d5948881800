import { newsOf } from './news.ts';
import type { ReadPage } from './page.ts';

/** Tells pages one after the other: returns what each adds to the lines that were written before. */
export function createReader(): (page: ReadPage) => readonly string[] {
	let before: ReadPage | undefined;
	/** What windows come to lie over, to go on with where they are closed. */
	const told = new Map<string, readonly string[]>();
	let waiting: string | undefined;
	let isAsked = false;
	let keys: readonly string[] = [];
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
			isAsked = false;
			return [...news, ...noteOf(page)];
		}
		waiting = undefined;
		const isOther = page.name !== before?.name;
		const known = told.get(page.name);
		const lines = isOther ? entered(page, known) : newsOf(known ?? [], page.lines);
		before = page;
		told.set(page.name, page.lines);
		const isKnown = isAsked && page.keys.join() === keys.join();
		const prompt =
			isKnown || page.keys.length === 0
				? []
				: ['', `Keys: ${newKeys(page.keys, keys).join(', ')}.`];
		keys = page.keys;
		isAsked = true;
		return [...lines.slice(0, lines.findLastIndex(isWritten) + 1), ...noteOf(page), ...prompt];
	};
}

/** A page that was left for a window, or was looked at before, is not told twice: its title is enough. */
function entered(page: ReadPage, known: readonly string[] | undefined): readonly string[] {
	return ['', page.title, '', ...(known && known.join() === page.lines.join() ? [] : page.lines)];
}

const isWritten = (line: string) => line !== '';

/** Those that do what they did when keys were told last are left to the window of all keys. */
function newKeys(keys: readonly string[], known: readonly string[]): readonly string[] {
	const told = keys.filter((key, index) => index === 0 || !known.includes(key));
	const hasWindow = keys.some((key) => key.startsWith('? '));
	if (!hasWindow || told.length === keys.length) {
		return keys;
	}
	return [...told.filter((key) => !key.startsWith('? ')), '? all keys'];
}
