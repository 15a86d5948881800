// `npm start`: builds the program where that is to be done, then is the program.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { buildProgram } from './build/build-program.ts';
import { root } from './run/root.js';

const built = `${root}dist/entry.js`;
const sources = [
	`${root}package.json`,
	...['src', 'scripts'].flatMap((name) =>
		readdirSync(`${root}${name}`, { recursive: true, encoding: 'utf8' }).map(
			(file) => `${root}${name}/${file}`,
		),
	),
];
if (!existsSync(built) || sources.some((source) => modified(source) > modified(built))) {
	await buildProgram();
}

await import(built);

/** Milliseconds since 1970. */
function modified(path: string): number {
	return statSync(path).mtimeMs;
}
