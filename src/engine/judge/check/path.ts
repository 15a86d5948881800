import { fileSize } from '../amounts.ts';
import type { Evidence, ExpectationOf } from '../check.ts';
import type { Verdict } from '../../words/verdict.ts';
import { trimPath } from '../../words/look-up.ts';
import type { File, Snapshot } from '../../words/snapshot.ts';

/** Checks `file my-container/usr/bin/bash exists` and `… is missing`. */
export function checkFile({ path, exists }: ExpectationOf<'file'>, { after }: Evidence): Verdict {
	const file = fileAt(after, path);
	const seen = describe(file, path);
	return file && !exists
		? { seen: `${path} is still there, ${seen}`, held: false }
		: { seen, held: exists === !!file };
}

/** Checks `directory my-container/bin exists`. */
export function checkDirectory({ path }: ExpectationOf<'directory'>, { after }: Evidence): Verdict {
	const file = fileAt(after, path);
	return { seen: describe(file, path), held: file?.kind === 'directory' };
}

/** Checks `mount my-container/proc exists` and `… is missing`. */
export function checkMount({ path, exists }: ExpectationOf<'mount'>, { after }: Evidence): Verdict {
	const mount = after.mounts.find((mount) => mount.path === trimPath(path));
	const seen =
		mount === undefined ? `nothing is mounted at ${path}` : `${mount.type} is mounted at ${path}`;
	return { seen, held: exists === !!mount };
}

function fileAt({ files }: Snapshot, path: string): File | undefined {
	return files.find((file) => file.path === trimPath(path));
}

function describe(file: File | undefined, path: string): string {
	if (file === undefined) {
		return `no ${path}`;
	}
	return file.kind === 'file' ? `a file of ${fileSize(file.size)}` : `a ${file.kind}`;
}
