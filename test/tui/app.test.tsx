import { afterEach, expect, test } from '@jest/globals';
import { App } from '../../src/tui/app.tsx';
import { nothingKept } from '../../src/tui/course.ts';
import { renderToScreen, type RenderedScreen } from '../helpers/render-to-screen.tsx';
import type { Size } from '../helpers/screen.ts';
import { actedCourse } from './acted-course.ts';
import { controllerOf } from './walker.ts';

const keys = { enter: '\r', up: '\u001B[A', down: '\u001B[B', left: '\u001B[D', escape: '\u001B' };
const ctrlC = '\u0003';
const spinner = /[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] running/;

let screen: RenderedScreen | undefined;

afterEach(async () => {
	await screen?.close();
});

async function show(size?: Size, motion = true) {
	const course = actedCourse();
	const controller = controllerOf(course);
	screen = await renderToScreen(<App controller={controller} motion={motion} />, size);
	return { ...screen, course };
}

test('a lesson is walked from the list to its end', async () => {
	const { press, waitFor, course } = await show();
	await waitFor(/❯ {2}1 {2}A root of its own/);
	press(keys.enter);
	await waitFor(/# chroot my-container bash/);
	press(keys.enter);
	await waitFor(/exit 127, as expected/);
	await waitFor(/Enter {2}(read on|next step)/);
	press('G');
	await waitFor(/no such program/);
	press(keys.enter);
	await waitFor(/step 2 of 3/);
	press(keys.enter);
	await waitFor(/press o to see them/);
	press('G');
	await waitFor(/every process\./);
	press(keys.enter);
	await waitFor(/step 3 of 3[^]* run /);
	press(keys.enter);
	await waitFor(spinner);
	press(ctrlC);
	await waitFor(/exit 130 after 4\.2 s, as expected/);
	press(keys.enter);
	await waitFor(/A root of its own: finished[^]*Enter {2}next lesson/);
	press('l');
	await waitFor(/❯ {2}1 {2}A root of its own/);
	press('q');
	await waitFor(/Cleaning up…/);
	expect(course.session.heard.at(-1)).toBe('close');
});

test('the screen is drawn in its place, and never scrolls', async () => {
	const { press, waitFor } = await show();
	press(keys.enter);
	const text = await waitFor(/step 1 of 3/);
	const rows = text.split('\n');
	expect(rows[0]).toMatch(/^ {2}1 {2}A root of its own .*● · · {3}step 1 of 3$/);
	expect(rows[1]).toBe('─'.repeat(80));
	expect(rows[21]).toBe('─'.repeat(80));
	expect(rows[22]).toMatch(
		/^ {3}Enter {2}run {3}j jump {3}s skip {3}v visit {3}l lessons {3}\? keys {3}q quit$/,
	);
	expect(rows).toHaveLength(23);
});

test('without motion nothing moves but the seconds', async () => {
	const { press, waitFor } = await show({ columns: 80, rows: 24 }, false);
	press(keys.enter);
	await waitFor(/step 1 of 3/);
	press('j');
	await waitFor(/Go to which step/);
	press('\x1b[F');
	await waitFor(/❯ · 1\.3/);
	press(keys.enter);
	await waitFor(/step 3 of 3/);
	press(keys.enter);
	expect(await waitFor(/⋯ running, \d s/)).not.toMatch(spinner);
});

test('resizing changes from two panes to one, to plain lines, and back', async () => {
	const { press, waitFor, resize } = await show({ columns: 120, rows: 40 });
	press(keys.enter);
	await waitFor(/│ {2}Before and after/);
	press(keys.enter);
	const wide = await waitFor(/│ {2}files/);
	expect(wide).toMatch(/─┬─[^]*─┴─/);
	resize(60, 18);
	expect(await waitFor(/^ {2}1 {2}A root of its own/)).not.toMatch(/┬/);
	resize(44, 14);
	const plain = await waitFor(/^1 {2}A root of its own/);
	expect(plain).not.toMatch(/[─│╭]/);
	expect(plain.split('\n').length).toBeLessThan(14);
	resize(120, 40);
	expect(await waitFor(/│ {2}files/)).toBe(wide);
});

test('windows over the lesson are closed by Esc', async () => {
	const { press, waitFor } = await show();
	press(keys.enter);
	await waitFor(/step 1 of 3/);
	press('?');
	await waitFor(/Read on, run what is shown/);
	press(keys.escape);
	await waitFor(/step 1 of 3/);
	press('j');
	await waitFor(/❯ ● 1\.1 {2}A shell/);
	press(keys.down);
	await waitFor(/❯ · 1\.2 {2}Bash/);
	press(keys.escape);
	await waitFor(/step 1 of 3/);
});

test('what matters is marked by more than colour, and colours are the sixteen', async () => {
	const { press, waitFor, cell } = await show({ columns: 80, rows: 40 });
	press(keys.enter);
	await waitFor(/step 1 of 3/);
	press(keys.enter);
	await waitFor(/✓ both checks passed/);
	press('o');
	const rows = (await waitFor(/✓ exit 127/)).split('\n');
	const at = (pattern: RegExp) => {
		const row = rows.findIndex((text) => pattern.test(text));
		return cell(rows[row]?.search(pattern) ?? 0, row);
	};
	expect(at(/✓ exit 127/)?.getFgColor()).toBe(2);
	expect(at(/\+ my-container/)?.getFgColor()).toBe(2);
	expect(at(/chroot my-container bash/)?.isBold()).toBeTruthy();
	expect(at(/unchanged/)?.isDim()).toBeTruthy();
	expect(at(/Enter/)?.isInverse()).toBeTruthy();
	const cells = Array.from({ length: 40 * 80 }, (_, index) =>
		cell(index % 80, Math.floor(index / 80)),
	);
	expect(cells.every((one) => one?.isFgRGB() === false)).toBe(true);
	const colours = new Set(cells.map((one) => (one?.isFgPalette() ? one.getFgColor() : -1)));
	expect([4, 8, 12].filter((dark) => colours.has(dark))).toEqual([]);
});

test('pasted text is no command', async () => {
	const { press, waitFor, course } = await show();
	await waitFor(/A root of its own/);
	press('\u001B[200~q\r?\u001B[201~');
	press('?');
	await waitFor(/Read on, run what is shown/);
	expect(course.session.heard).toEqual([]);
});

test('what changes in the course is drawn, without a key', async () => {
	const { waitFor, course } = await show();
	await waitFor(/0 of 5 lessons finished/);
	const kept = { ...nothingKept, finished: new Set(['leak']) };
	course.course.set({ ...course.course.get(), kept });
	await waitFor(/1 of 5 lessons finished[^]*The leak .* ✓ finished/);
});
