import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { helpText } from '../src/command-line/help.ts';
import { readLessons } from '../src/commands/lessons-directory.ts';
import { keyTable } from '../src/tui/keys.ts';

const readme = readFileSync('README.md', 'utf8');

test('the README shows the help as it is', () => {
	expect(readme).toContain(helpText().trim());
});

test('the README has the table of the keys as they are bound', () => {
	expect(readme).toContain(keyTable());
});

test('the README lists every lesson with its minutes and a link that works', async () => {
	for (const { number, title, minutes, file } of await readLessons('lessons')) {
		expect(readme).toContain(`| ${number} | [${title}](${file}) | ${minutes} |`);
	}
});

test('the README names the version that npm packs', () => {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
	expect(readme).toContain(`containers-under-the-hood-${version}.tgz`);
});

test('the README says where the program lives, as package.json does', () => {
	const { homepage, bugs, repository } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		homepage: string;
		bugs: { url: string };
		repository: { url: string };
	};
	const address = homepage.replace('#readme', '');
	expect(readme).toContain(`<${address}>`);
	expect(bugs.url).toBe(`${address}/issues`);
	expect(repository.url).toBe(`git+${address}.git`);
});

test('every command of the README is a script of the package or the program itself', () => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		scripts: Record<string, string>;
	};
	const commands = [...readme.matchAll(/^npm (\w+)$/gm)].map(([, name = '']) => name);
	expect(commands).toEqual(['start', 'test']);
	expect(Object.keys(scripts)).toEqual(expect.arrayContaining(commands));
});
