import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { searchPath } from './environment.ts';

/** Where a program is, looked for as the stage's shells look for it. */
export function findTool(name: string): string | undefined {
	return searchPath()
		.map((directory) => join(directory, name))
		.find((path) => {
			try {
				accessSync(path, constants.X_OK);
				return true;
			} catch {
				return false;
			}
		});
}

export const missingTools = (names: readonly string[]): readonly string[] =>
	names.filter((name) => findTool(name) === undefined);
