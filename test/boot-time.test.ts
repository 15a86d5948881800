import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

// `npm run boot-time` measures it anew.
test('lesson 0 says of a virtual machine what was recorded, and that it was', () => {
	const { seconds, on, date } = JSON.parse(read('assets/boot.json')) as Record<string, string>;
	expect(read('lessons/00-why-containers/lesson.md').replaceAll('\n', ' ')).toContain(
		`[Recorded](../../assets/boot.json), not measured here: a Debian in ${on}, ran its first program after \`${seconds}\` seconds (\`${date}\`).`,
	);
});
