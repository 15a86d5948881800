// `npm start`: sets everything up, then is the program.
import { existsSync, readdirSync } from 'node:fs';
import { installLibraries, modified, root } from './set-up.js';

installLibraries();

const built = `${root}dist/entry.js`;
const sources = ['src', 'scripts', 'package.json'].flatMap((name) =>
	name.includes('.')
		? [`${root}${name}`]
		: readdirSync(`${root}${name}`, { recursive: true }).map((file) => `${root}${name}/${file}`),
);
if (!existsSync(built) || sources.some((source) => modified(source) > modified(built))) {
	const { default: build } = await import('./build.js');
	await build();
}

await import(built);
