import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Lane, lanes, possibleLane, start } from '../helpers/lanes.ts';

/** Whatever a terminal would obey, but for the ends of lines, tabs, and the colours that we write ourselves. */
const obeyed =
	/(?![\n\t]|\u001B\[[\d;]*m)[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

let directory = '';
beforeAll(() => {
	directory = mkdtempSync('/tmp/cuth-hostile-');
	// The ordinary user reads it as well.
	chmodSync(directory, 0o755);
	mkdirSync(join(directory, 'lessons', '01-hostile'), { recursive: true });
	writeFileSync(join(directory, 'lessons', '01-hostile', 'lesson.md'), lesson);
});
afterAll(() => {
	rmSync(directory, { recursive: true });
});

/** A cgroup's has no new line, or the kernel refuses it. */
const oneLine = String.raw`$(printf 'f\033]52;c;UFdO\007\033[2J\302\2332J\342\200\256')`;

/** Writes the clipboard, clears the screen, sets a title; C1 as well; turned around; and a new line. */
const name = String.raw`$(printf 'f\033]52;c;UFdO\007\033[2J\302\2332J\033]0;t\007\342\200\256x\ny')`;

const lesson = `---
format: 1
id: hostile
title: Hostile names
minutes: 1
---

## Everything that can have a name

\`\`\`sh host
mkdir "d${name}" && touch "d${name}/${name}" && ln -s "${name}" "l${name}"
mkdir "m${name}" && mount -t tmpfs none "m${name}"
for place in /sys/fs/cgroup/cpu /sys/fs/cgroup; do mkdir "$place/g${oneLine}" 2>/dev/null && break; done; true
cp "$(command -v sleep)" "p${name}" && "./p${name}" 300 &
cd "d${name}"
true
\`\`\`

\`\`\`expect
file a exists
\`\`\`
`;

for (const lane of lanes) {
	(lane.possible ? test : test.skip)(
		`nothing that ${lane.name} gives a name reaches the terminal as it is`,
		async () => {
			const transcript = join(directory, 'notes.md');
			const looks = [['--plain'], ['--no-color', '--transcript', transcript], ['--json']];
			// Only root can write there.
			for (const words of lane.uid === 0 ? looks : [['--plain'], ['--json']]) {
				const told = await tell(lane, words);
				// The command itself has a new line as `\n`; where names are listed, it is spelled out.
				for (const kind of lane.uid === 0 ? ['d', 'l', 'm', 'p'] : ['d', 'l', 'p']) {
					expect(told).toMatch(new RegExp(`${kind}${listed.source}`));
				}

				if (lane.uid === 0) {
					expect(told).toMatch(/gf\\+033\]52;c;UFdO\\+007/);
				}
				expect(obeyed.exec(told)).toBeNull();
			}

			if (lane.uid === 0) {
				expect(obeyed.exec(readFileSync(transcript, 'utf8'))).toBeNull();
			}
		},
		120_000,
	);
}

/** A name in a list, which may be broken over lines there; in JSON the backslashes are two. */
const listed = /f\\+033\s*\]52;c;UFdO\\+007[^]{0,120}x\\+012\s*y/;

async function tell(lane: Lane, words: readonly string[]): Promise<string> {
	const folder = join(directory, 'lessons');
	const { stdout, stderr } = await start(lane, ['run', '1', '--lessons', folder, ...words]);
	return `${String(stdout)}${String(stderr)}`;
}

test('words of the command line are not obeyed where they are quoted', async () => {
	const word = 'x\u001B]0;owned\u0007\u009B2J\u202E';
	for (const words of [[word], ['run', word], ['run', '--lessons', `/${word}`], [`--${word}`]]) {
		const { stdout, stderr, exitCode } = await start(possibleLane(), words);
		expect(exitCode).toBe(2);
		expect(String(stderr)).toContain('x\\033]0;owned\\007\\u009b2J\\u202e');
		expect(obeyed.exec(`${String(stdout)}${String(stderr)}`)).toBeNull();
	}
});
