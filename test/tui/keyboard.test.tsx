import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { App } from '../../src/tui/app.tsx';
import { renderToScreen, type RenderedScreen } from '../helpers/render-to-screen.tsx';
import { actedCourse } from './acted-course.ts';
import { controllerOf } from './walker.ts';

let screen: RenderedScreen;

beforeEach(async () => {
	const controller = controllerOf(actedCourse());
	screen = await renderToScreen(<App controller={controller} motion={false} />);
	await screen.waitFor(/^ *❯ {2}1 /m);
});

afterEach(async () => {
	await screen.close();
});

test('keys before, between and after answers of the terminal in one read are keys', async () => {
	screen.press('\x1b[B\x1b]11;rgb:0/0/0\x07\x1b[B\x1bP>|xkitty(0.3)\x1b\\\x1b[Aj');
	await screen.waitFor(/Go to which step\?/);
	screen.press('\x1b');
	await screen.waitFor(/^ *❯ {2}2 /m);
});

test.each([
	['Alt-]', '\x1b]'],
	['Alt-P', '\x1bP'],
])('after %s the keyboard is not lost', async (_, keys) => {
	screen.press(`${keys}j`);
	const deadline = Date.now() + 10_000;
	// The first of these are taken for what the terminal says.
	while (!/Go to which step\?/.test(screen.text()) && Date.now() < deadline) {
		expect(screen.text()).toMatch(/^ *❯ {2}1 /m);
		screen.press('j');
		await new Promise((resolve) => setTimeout(resolve, 100));
	}

	expect(screen.text()).toMatch(/Go to which step\?/);
});
