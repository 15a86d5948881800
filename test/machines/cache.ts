import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../../scripts/machines/image.ts';

/**
 * The path of a file or directory that was made before, or is made now.
 * @param recipe What it is made from; when that changes, it is made anew.
 * @param make Makes it below the directory it is given, under that name.
 */
export async function cached(
	name: string,
	recipe: string,
	make: (directory: string) => Promise<void>,
): Promise<string> {
	const kept = join(
		cache,
		`${createHash('sha256').update(recipe).digest('hex').slice(0, 8)}-${name}`,
	);
	if (!existsSync(kept)) {
		mkdirSync(cache, { recursive: true });
		const unfinished = mkdtempSync(`${kept}.`);
		try {
			await make(unfinished);
			renameSync(join(unfinished, name), kept);
		} finally {
			rmSync(unfinished, { recursive: true, force: true });
		}
	}

	return kept;
}
