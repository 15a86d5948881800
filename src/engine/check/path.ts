import { fileSize } from '../amounts.ts';
import type { Evidence, ExpectationOf, Verdict } from '../check.ts';
import { trimPath } from '../look-up.ts';
import type { File } from '../snapshot.ts';

/** `file my-container/usr/bin/bash exists`, `… is missing`. */
export function checkFile({ path, exists }: ExpectationOf<'file'>, { after }: Evidence): Verdict {
	const file = after.files.find((file) => file.path === trimPath(path));
	return { seen: file === undefined ? `no ${path}` : describe(file), held: exists === !!file };
}

/** `mount my-container/proc exists`, `… is missing`. */
export function checkMount({ path, exists }: ExpectationOf<'mount'>, { after }: Evidence): Verdict {
	const mount = after.mounts.find((mount) => mount.path === trimPath(path));
	const seen =
		mount === undefined ? `nothing is mounted at ${path}` : `${mount.type} is mounted at ${path}`;
	return { seen, held: exists === !!mount };
}

function describe({ kind, size }: File): string {
	return kind === 'file' ? `a file of ${fileSize(size)}` : `a ${kind}`;
}
