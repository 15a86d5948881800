import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Inventory, leftSince, takeInventory } from '../helpers/inventory.ts';
import { commandWith, lanes } from '../helpers/lanes.ts';
import { opening } from '../helpers/lesson-numbers.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';

// Visits in a small terminal, and where a screen reader is told of them; at 80x24 they are in visit.test.ts.

/** The slowest is a busy machine that builds a lesson. */
const patience = 15_000;

/** A program that takes the whole screen until a key is pressed, as vi and less do. */
const fullScreen =
	'bash -c \'printf "\\e[?1049h\\e[?25l\\e[2J\\e[HAll mine"; read -rsn1; printf "\\e[?25h\\e[?1049l"\'\r';

const looks = [
	{ look: 'at 60x18', words: [], size: { columns: 60, rows: 18 }, isDrawn: true },
	{ look: 'to a screen reader', words: ['--screen-reader'], size: {}, isDrawn: false },
] as const;

for (const lane of lanes) {
	describe.each(looks)(`as ${lane.name}, $look`, ({ words, size, isDrawn }) => {
		const check = lane.possible ? test : test.skip;
		let state = '';
		let before: Inventory;
		let terminal: OpenTerminal;
		let visits = 0;

		beforeEach(async () => {
			visits = 0;
			before = takeInventory();
			state = mkdtempSync(join(tmpdir(), 'cuth-visit-looks-'));
			chownSync(state, lane.uid, -1);
			const [file, all] = commandWith(lane, [`XDG_STATE_HOME=${state}`], ...words);
			terminal = openTerminal(file, all, size);
			// On a small screen, the beginning of what is told has gone.
			await terminal.waitFor(/q +quit/, patience);
		});

		afterEach(async () => {
			await terminal.close();
			rmSync(state, { recursive: true });
		});

		check(
			'on the host, a program that has the whole screen gives it back',
			async () => {
				terminal.press(opening('1'));
				await terminal.waitFor(/\bv visit/, patience);
				await visit('host');
				terminal.press(fullScreen);
				await terminal.waitFor(/^All mine/m, patience);
				expect(terminal.isCursorHidden()).toBe(true);
				terminal.press('x');
				await terminal.waitFor(/host \S*#$/, patience);
				terminal.press('exit\r');
				await expectBack('host');
				await quit();
			},
			180_000,
		);

		check(
			'Ctrl-C and Ctrl-Z work in a container, and each end comes back',
			async () => {
				await openThirdLesson();
				await visit('container-1');
				await start(1);
				terminal.press('\x03');
				await terminal.waitFor(/\^C\n\S+ \S*#$/m, patience);
				await start(2);
				terminal.press('\x1a');
				await terminal.waitFor(/Stopped +bash/, patience);
				terminal.press('kill -9 %%; kill -9 $$\r');
				await expectBack('container-1');
				for (const end of ['suspend\r', '\x04']) {
					await visit('container-1');
					terminal.press(end);
					await expectBack('container-1');
				}

				await quit();
			},
			300_000,
		);

		/** Where each of two containers has a program running. */
		async function openThirdLesson(): Promise<void> {
			const list = terminal.text();
			terminal.press(opening('3'));
			await terminal.waitForChange(list);
			for (let presses = 0; presses < 60; presses++) {
				const page = await terminal.waitFor(offers('Enter'), patience);
				if (/step 4 of/.test(page)) {
					break;
				}
				terminal.press('\r');
				await terminal.waitForChange(page, patience);
			}
		}

		async function visit(name: string): Promise<void> {
			terminal.press('v');
			// What a screen reader was told of an earlier window is on the screen still.
			const isAsked = offers('Enter +go');
			const shown = await terminal.waitFor(
				new RegExp(`${isAsked.source}|^\\S+ \\S*#$(?!\\n)`, 'm'),
				patience,
			);
			if (isAsked.test(shown)) {
				for (let presses = 0; presses < 4 && !isChosen(name); presses++) {
					const shown = terminal.text();
					terminal.press('\x1b[B');
					await terminal.waitForChange(shown);
				}

				terminal.press('\r');
			}

			// The prompt of the visit before may be on the screen still, and a key for it would be lost.
			visits += 1;
			await terminal.waitForHistory(
				new RegExp(`(This shell is yours[^]*){${visits}}${name} \\S*#\\s*$`),
				patience,
			);
			expect(terminal.isAlternateScreen()).toBe(false);
			expect(terminal.isCursorHidden()).toBe(false);
		}

		function isChosen(name: string): boolean {
			return (
				(terminal.text().match(/^ *(?:❯|chosen:) .*$/gm) ?? []).at(-1)?.includes(name) === true
			);
		}

		/** And the keys are those of the walkthrough again. */
		async function expectBack(name: string): Promise<void> {
			await terminal.waitFor(
				new RegExp(`Back from ${name}[^]*${offers('Esc').source}`, 'm'),
				patience,
			);
			expect(terminal.isAlternateScreen()).toBe(isDrawn);
			terminal.press('\x1b');
			await terminal.waitFor(offers('Enter'), patience);
			if (isDrawn) {
				expect(terminal.text()).not.toContain('Back from');
			}
		}

		async function quit(): Promise<void> {
			terminal.press('q');
			expect(await terminal.exit).toBe(0);
			expect(terminal.isAlternateScreen()).toBe(false);
			expect(terminal.isCursorHidden()).toBe(false);
			expect(terminal.history()).not.toContain('Keys: .\n');
			expect(await leftSince(before, 4000)).toEqual([]);
		}

		/** A program that waits for ever. What it says is not in the line that starts it. */
		async function start(name: number): Promise<void> {
			terminal.press(`bash -c 'echo on-$((${name})); read'\r`);
			await terminal.waitFor(new RegExp(`^on-${name}$`, 'm'), patience);
		}
	});
}

/** The bottom line, or the last sentence to a screen reader, begins with the key. */
const offers = (key: string) => new RegExp(`^ *(?:Keys: )?${key} +\\S.*(?:\\n.+)*$(?!\\n)`, 'm');
