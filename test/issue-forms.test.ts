import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseArguments } from '../src/command-line/arguments.ts';

type Form = {
	readonly name?: string;
	readonly description?: string;
	readonly body?: readonly Question[];
};

type Question = {
	readonly id?: string;
	readonly type: string;
	readonly attributes: { readonly label?: string };
};

const directory = '.github/ISSUE_TEMPLATE';
const read = (file: string) => readFileSync(`${directory}/${file}`, 'utf8');
const forms = readdirSync(directory).filter((file) => file !== 'config.yml');

test.each(forms)('%s has what GitHub wants of a form', (file) => {
	const { name, description, body = [] } = parse(read(file)) as Form;
	expect(name).toMatch(/\S/);
	expect(description).toMatch(/\S/);
	expect(body).not.toEqual([]);
	for (const { type, attributes } of body) {
		expect(type).toMatch(/^(input|textarea)$/);
		expect(attributes.label).toMatch(/\S/);
	}
	expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
});

test('what the form for mistakes asks for can be asked of the program', () => {
	const commands = [...read('mistake.yml').matchAll(/`containers-under-the-hood\s([^`]+)`/g)];
	const asked = commands.map(([, words = '']) => words.split(/\s+/));
	expect(asked.map((words) => parseArguments(words).task)).toEqual(['run', 'version', 'doctor']);
});

test('a vulnerability is led to where only we can read it', () => {
	const { contact_links: links } = parse(read('config.yml')) as {
		contact_links: readonly { readonly url: string }[];
	};
	const [, address = ''] =
		/\((https:[^)]*advisories\/new)\)/.exec(readFileSync('SECURITY.md', 'utf8')) ?? [];
	expect(links.map(({ url }) => url)).toEqual([address]);
});
