import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Package = {
	readonly directory: string;
	/** Its name and version. */
	readonly title: string;
	/** As SPDX names it. */
	readonly licence: string | undefined;
	readonly author: string | undefined;
	readonly repository: string | undefined;
	readonly licenceTexts: readonly string[];
	readonly noticeTexts: readonly string[];
};

/** What we read of a package.json. */
type Manifest = {
	readonly name?: string;
	readonly version?: string;
	readonly license?: unknown;
	readonly author?: string | Person;
	readonly repository?: string | { readonly url: string };
};

type Person = { readonly name: string; readonly email?: string; readonly url?: string };

/**
 * A package as npm has installed it; undefined where the directory is none. A package.json without a name and a
 * version only says how the files beside it are to be read.
 */
export function readPackage(directory: string): Package | undefined {
	const manifest = readManifest(directory);
	if (!manifest?.name || !manifest.version) {
		return undefined;
	}
	const { name, version, license, author, repository } = manifest;
	return {
		directory,
		title: `${name} ${version}`,
		// Older forms than a string are for somebody to look at: see reviewed.ts.
		licence: typeof license === 'string' ? license : undefined,
		author: typeof author === 'object' ? nameOf(author) : author,
		repository: typeof repository === 'object' ? repository.url : repository,
		licenceTexts: readTexts(directory, /^(licen[cs]e|copying)(?![a-z])/i),
		// The Apache License asks for this one, and others have it as well.
		noticeTexts: readTexts(directory, /^notice(?![a-z])/i),
	};
}

function readManifest(directory: string): Manifest | undefined {
	try {
		return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
			return undefined;
		}
		throw error;
	}
}

const nameOf = ({ name, email, url }: Person) =>
	[name, email && `<${email}>`, url && `(${url})`].filter(Boolean).join(' ');

/** What is in the files of that name, whatever their ending. */
const readTexts = (directory: string, name: RegExp) =>
	readdirSync(directory, { withFileTypes: true })
		.filter((entry) => entry.isFile() && name.test(entry.name))
		.map((entry) => tidy(readFileSync(join(directory, entry.name), 'utf8')))
		.filter((text) => text !== '');

/** So that texts which differ in nothing that is seen are the same. */
const tidy = (text: string) =>
	text
		.replace(/^\uFEFF/, '')
		.replaceAll(/[^\S\n]+$/gm, '')
		.replaceAll(/^\n+|\n+$/g, '');
