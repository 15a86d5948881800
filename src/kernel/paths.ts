/** Whether an absolute path is the directory or lies below it: `/tmp/a1` does not lie in `/tmp/a`. */
export function isWithin(path: string, directory: string): boolean {
	return path === directory || path.startsWith(directory === '/' ? '/' : `${directory}/`);
}

/** A path within the directory, relative to it; the directory itself is the empty string. */
export function pathBelow(path: string, directory: string): string {
	return path.slice(directory.length).replace(/^\/+/, '');
}

/** An absolute path as it is called by someone whose `/` is at `root` for us. */
export function underRoot(root: string, path: string): string {
	const joined = root === '/' ? path : root + path;
	return joined.length > 1 ? joined.replace(/\/$/, '') : joined;
}
