import { afterEach, expect, test } from '@jest/globals';
import { App } from '../../src/tui/app.tsx';
import { renderToScreen, type RenderedScreen } from '../helpers/render-to-screen.tsx';
import { actedCourse } from './acted-course.ts';
import { controllerOf } from './walker.ts';

let screen: RenderedScreen | undefined;

afterEach(async () => {
	await screen?.close();
});

async function show(columns: number, rows: number) {
	const controller = controllerOf(actedCourse());
	screen = await renderToScreen(<App controller={controller} motion={false} />, { columns, rows });
	return screen;
}

test.each([
	[80, 24],
	[130, 40],
	[60, 18],
	[50, 12],
])('the cursor stands at the focus (%i x %i)', async (columns, rows) => {
	const { press, waitFor, waitForCursor, isCursorHidden } = await show(columns, rows);
	await waitForCursor(/^❯ {2}1 {2}A root of its own/);
	press('\u001B[B');
	await waitForCursor(/^❯ {2}2 {2}Bash moves in/);
	press('j');
	await waitForCursor(/^type to search/);
	press('roo');
	await waitFor(/Go to which step\? {2}roo/);
	await waitForCursor(/^ *(?:↓ \d+)? *$/);
	press('\u001B');
	await waitForCursor(/^❯ {2}2/);
	press('g\r');
	await waitFor(/step 1 of 3/);
	await waitForCursor(/^ Enter {2}(?:run|read on)/);
	press('?');
	await waitFor(/^ *Keys/);
	await waitForCursor(/^Esc close/);
	press('q');
	await waitFor(/Cleaning up/);
	expect(isCursorHidden()).toBe(true);
});
