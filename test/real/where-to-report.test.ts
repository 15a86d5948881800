import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { execa } from 'execa';

const { bugs } = JSON.parse(readFileSync('package.json', 'utf8')) as { bugs: { url: string } };

test('a mistake of ours says where to report it', async () => {
	const breakIt =
		'Object.defineProperty(process.stdout, "isTTY", { get() { throw new Error("no such thing"); } });';
	const { stderr, exitCode } = await execa(
		process.execPath,
		['--import', `data:text/javascript,${encodeURIComponent(breakIt)}`, 'dist/entry.js', 'list'],
		{ reject: false },
	);
	expect(stderr).toBe(
		`This is a mistake of ours, not yours: no such thing. Please report it at ${bugs.url}, with the output of \`containers-under-the-hood doctor --json\`.`,
	);
	expect(exitCode).toBe(1);
});
