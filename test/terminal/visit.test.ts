import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Inventory, leftSince, takeInventory } from '../helpers/inventory.ts';
import { commandWith, lanes } from '../helpers/lanes.ts';
import { opening } from '../helpers/lesson-numbers.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';
import { pressUntil } from '../helpers/press-until.ts';

/** The slowest is a busy machine that builds a lesson. */
const patience = 20_000;

for (const lane of lanes) {
	(lane.possible ? describe : describe.skip)(`as ${lane.name}`, () => {
		let state = '';
		let before: Inventory;
		let terminal: OpenTerminal;

		beforeEach(async () => {
			before = takeInventory();
			state = mkdtempSync(join(tmpdir(), 'cuth-visit-'));
			chownSync(state, lane.uid, -1);
			const [file, words] = commandWith(lane, [`XDG_STATE_HOME=${state}`]);
			terminal = openTerminal(file, words);
			await terminal.waitFor(/0 of \d+ lessons finished/, patience);
		});

		afterEach(async () => {
			await terminal.close();
			rmSync(state, { recursive: true, force: true });
		});

		test.each([
			{ what: 'exit 3', leave: 'exit 3\r' },
			{ what: 'the end of the input', leave: '\x04' },
			{ what: 'kill -9 $$', leave: 'kill -9 $$\r' },
			{ what: 'suspend', leave: 'suspend\r' },
			{
				what: 'kill -9 in the middle of a screen of its own',
				leave: "printf '\\e[?1049h\\e[?1000h\\e[?1h\\e[31m'; stty raw -echo; kill -9 $$\r",
			},
		])('a visit that ends with $what comes back', async ({ leave }) => {
			await visitHost();
			terminal.press(leave);
			await expectBack();
			await quit();
		});

		test('programs that talk to the terminal, Ctrl-C and Ctrl-Z work in a visit', async () => {
			await visitHost();
			terminal.press('read -p "Your name? " name; echo "<$name>"\r');
			await terminal.waitFor(/Your name\?$/m);
			terminal.press('Ada\r');
			await terminal.waitFor(/^<Ada>/m);
			terminal.press('cat; echo "it was $?"\r');
			await until('twice\r', /^twice\ntwice$/m);
			terminal.press('\x03');
			await terminal.waitFor(/^it was 130|\^C\nhost/m);
			terminal.press('sleep 1000\r');
			await terminal.waitFor(/sleep 1000$/);
			terminal.press('\x1a');
			await terminal.waitFor(/Stopped +sleep 1000/);
			terminal.press('kill -9 %1; stty size; echo "$TERM"\r');
			await terminal.waitFor(/^24 80\n.*xterm-256color$/ms);
			terminal.resize({ columns: 90, rows: 30 });
			await until('stty size\r', /^30 90/m);
			terminal.press('exit\r');
			await expectBack();
			await quit();
		});

		test('a shell in a PID namespace can end however it likes', async () => {
			await visitHost();
			terminal.press('unshare --pid --fork --mount-proc bash --norc\r');
			await until('echo "I am $$"\r', /^I am 1$/m);
			terminal.press('kill -9 $$; suspend\r');
			terminal.press('exit\r');
			await until('echo "out as $PPID of $$"\r', /^out as \d+ of \d{2,}/m);
			terminal.press('exit\r');
			await expectBack();
			await quit();
		});

		test('the shell is where that of the container is, in its cgroup, too', async () => {
			// As root the shell has been moved into a group by then.
			await openStep('6', lane.uid === 0 ? 5 : 1);
			terminal.press('v');
			await terminal.waitFor(/Where to/);
			terminal.press('\x1b[B');
			await terminal.waitFor(/❯ container-1/);
			terminal.press('\r');
			await terminal.waitFor(/^container-1 \/#$/m, patience);
			terminal.press('echo "$$ in" *; mine=$(</proc/self/cgroup)\r');
			await terminal.waitFor(/^\d{1,2} in a\.txt b\.txt /m);
			terminal.press('[ "$mine" = "$(</proc/1/cgroup)" ] && echo "the same group"\r');
			await terminal.waitFor(/^the same group$/m);
			terminal.press('exit\r');
			await terminal.waitFor(/Back from container-1.*Nothing has changed/s, patience);
			await quit();
		}, 180_000);

		test('what was changed is shown, and what was broken is repaired', async () => {
			await openStep('1', 1);
			terminal.press('v');
			await terminal.waitFor(/^host sandbox/m, patience);
			terminal.press('rmdir my-container; touch new; exit\r');
			await terminal.waitFor(/Back from host/, patience);
			expect(terminal.text()).toMatch(/relies on something.*my-container.*seen: /s);
			expect(terminal.text()).toMatch(/\+ new/);
			expect(terminal.text()).toMatch(/- my-container/);
			terminal.press('\r');
			await terminal.waitFor(/A shell inside it.*Enter {2}(run|read on)/s, patience);
			terminal.press('v');
			await terminal.waitFor(/^host sandbox/m, patience);
			terminal.press('ls\r');
			await terminal.waitFor(/^my-container$/m);
			expect(terminal.text()).not.toMatch(/^new$/m);
			terminal.press('exit\r');
			await terminal.waitFor(/Nothing has changed/, patience);
			await quit();
		});

		test.each(['SIGTERM', 'SIGKILL'] as const)('%s in a visit leaves nothing', async (signal) => {
			await visitHost();
			terminal.press('sleep 1000 & setsid sleep 1001 & cat\r');
			await terminal.waitFor(/\[2\] \d+/);
			process.kill(terminal.pid, signal);
			await terminal.exit;
			if (signal === 'SIGTERM') {
				expect(terminal.isAlternateScreen()).toBe(false);
			}
			expect(await leftSince(before, 4000)).toEqual([]);
		});

		async function openStep(lesson: string, index: number): Promise<void> {
			terminal.press(opening(lesson));
			await pressUntil(terminal, /step 1 of/);
			if (index === 0) {
				return;
			}
			terminal.press('j');
			await terminal.waitFor(/Go to which step/);
			terminal.press('\x1b[B'.repeat(index));
			terminal.press('\r');
			await terminal.waitFor(new RegExp(`step ${index + 1} of`), patience);
			await terminal.waitFor(/Enter {2}(run|read on|next step)/, patience);
		}

		async function visitHost(): Promise<void> {
			await openStep('1', 0);
			terminal.press('v');
			await terminal.waitFor(/`exit` brings\s+you back.*^host sandbox#/ms, patience);
			expect(terminal.isAlternateScreen()).toBe(false);
		}

		/** The keys work again, on the screen of the walkthrough. */
		async function expectBack(): Promise<void> {
			await terminal.waitFor(/Back from host/, patience);
			expect(terminal.isAlternateScreen()).toBe(true);
			terminal.press('\x1b');
			await terminal.waitFor(/step 1 of/);
			terminal.press('?');
			await terminal.waitFor(/Close this window/);
			terminal.press('\x1b');
			await terminal.waitFor(/step 1 of/);
		}

		async function quit(): Promise<void> {
			terminal.press('q');
			expect(await terminal.exit).toBe(0);
			expect(terminal.isAlternateScreen()).toBe(false);
			expect(terminal.isCursorHidden()).toBe(false);
			expect(await leftSince(before, 4000)).toEqual([]);
		}

		/** What a shell does that is about to start cannot be seen: it is asked until it answers. */
		async function until(line: string, pattern: RegExp): Promise<void> {
			for (let attempts = 0; attempts < 20; attempts++) {
				terminal.press(line);
				const found = await terminal.waitFor(pattern, 1000).catch(() => undefined);
				if (found !== undefined) {
					return;
				}
			}

			await terminal.waitFor(pattern, 100);
		}

		/** Passes over what else a lesson opens with. */
	});
}
