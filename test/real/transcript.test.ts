import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { possibleLane, start } from '../helpers/lanes.ts';
import { openTerminal } from '../helpers/open-terminal.ts';
import { pressUntil } from '../helpers/press-until.ts';

const lane = possibleLane();
let directory = '';
let file = '';
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'cuth-transcript-'));
	file = join(directory, 'notes.md');
});
afterEach(() => {
	rmSync(directory, { recursive: true });
});

test('run writes a transcript, and a recording of it has the same', async () => {
	const recording = join(directory, 'run.ndjson');
	const words = ['run', '1', '--plain', '--record', recording, '--transcript', file];
	const { stdout } = await start(lane, words);
	expect(stdout).toContain(`What happened is in ${file}.`);
	const page = readFileSync(file, 'utf8');
	expect(page).toContain('# chroot my-container bash\nchroot: ');
	const again = join(directory, 'again.md');
	await start(lane, ['replay', recording, '--transcript', again]);
	expect(readFileSync(again, 'utf8')).toBe(page);
	await start(lane, ['replay', recording, '--transcript', again]);
	expect(readFileSync(again, 'utf8')).toBe(page + page);
}, 180_000);

test('a file that cannot be written is named before anything runs', async () => {
	const { stderr, exitCode } = await start(lane, ['run', '1', '--transcript', '/no/such/file']);
	expect(stderr).toMatch(
		/^The transcript cannot be written: .*\/no\/such\/file.*\n?.*Name another/s,
	);
	expect(exitCode).toBe(1);
});

test('the walkthrough keeps what the learner said, and says where', async () => {
	const [program, words] = lane.command('--transcript', file);
	const terminal = openTerminal(program, words, { environment: { XDG_STATE_HOME: directory } });
	try {
		await terminal.waitFor(/lessons finished/, 20_000);
		await pressUntil(terminal, /✓ .*step 1 of/);
		await pressUntil(terminal, /^ *a {2}A shell opens/m);
		terminal.press('a');
		await pressUntil(terminal, /✓ ✓ .*step 2 of/);
		terminal.press('q');
		expect(await terminal.exit).toBe(0);
		expect(terminal.text()).toContain('What happened is in');
	} finally {
		await terminal.close();
	}
	expect(readFileSync(file, 'utf8')).toContain('**← you said**');
}, 90_000);
