import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { commandElsewhere, fakeTools } from '../helpers/elsewhere.ts';

let tools = '';
beforeAll(() => {
	tools = fakeTools({ docker: 'echo linux' });
});
afterAll(() => {
	rmSync(tools, { recursive: true });
});

test('without a terminal the reason and the commands are plain text', async () => {
	const result = await start('darwin');
	expect(result.stderr).toBe('Containers are made by the Linux kernel, and this is macOS.');
	expect(result.stdout).toMatch(
		/\n {3}docker run .* bash -c ".*npx -y containers-under-the-hood"\n$/,
	);
	expect(result.stdout).not.toContain('quit');
	expect(result.exitCode).toBe(1);
});

test.each(['run', 'doctor', 'cleanup'])('%s is refused with the reason', async (word) => {
	const { stderr, stdout, exitCode } = await start('win32', word);
	expect(stderr).toMatch(/^Containers are made by the Linux kernel, and this is Windows\. Without/);
	expect(stdout).toBe('');
	expect(exitCode).toBe(1);
});

test.each([
	[
		['list'],
		/^\d+ lessons, \d+ minutes in all\.\n\n 0 {2}Why containers .* not here[^]* by the Linux kernel, and this is macOS\./,
	],
	[['check'], /^\d+ lessons, no problems\.$/],
	[['--help'], /^Build a container/],
	[['--version'], /^\d+\.\d+\.\d+$/],
])('%j works', async (words, pattern) => {
	const { stdout, stderr, exitCode } = await start('darwin', ...words);
	expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
	expect(stdout).toMatch(pattern);
});

function start(platform: 'darwin' | 'win32', ...words: readonly string[]) {
	const [file, all] = commandElsewhere(platform, words);
	return execa(file, all, {
		reject: false,
		stripFinalNewline: true,
		env: { PATH: `${tools}:/usr/sbin:/usr/bin:/sbin:/bin`, HOME: '/', LANG: 'C.UTF-8' },
		extendEnv: false,
	});
}
