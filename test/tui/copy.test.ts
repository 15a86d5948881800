import { expect, test } from '@jest/globals';
import { clipboardSequence } from '../../src/tui/clipboard.ts';
import { actedCourse } from './acted-course.ts';
import { controllerOf } from './walker.ts';

const size = { columns: 80, rows: 24 };

test('y copies the commands on the screen, before and after they ran, and says so', () => {
	const copied: string[] = [];
	const controller = controllerOf(actedCourse(), {
		motion: false,
		copyText: (text) => copied.push(text),
	});
	const press = (...keys: readonly string[]) => {
		for (const key of keys) {
			controller.press(key, size);
		}
	};
	press('y');
	expect(copied).toEqual([]);
	press('Enter', 'y');
	expect(copied).toEqual(['mkdir my-container\nchroot my-container bash']);
	expect(controller.model().view).toMatchObject({
		notice: '2 commands copied, if this terminal allows it.',
	});
	while (controller.model().state.steps[0]?.phase === 'waiting') {
		press('Enter');
	}
	press('y');
	expect(copied.at(-1)).toBe('mkdir my-container\nchroot my-container bash');
});

test('what the terminal is told is the text in base 64', () => {
	expect(clipboardSequence('ls „a“')).toBe('\x1b]52;c;bHMg4oCeYeKAnA==\x07');
});
