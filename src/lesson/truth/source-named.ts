/**
 * Whether a text names where a reader can look something up: `chroot(2)`, a kernel document, a link
 * to a page, or to what was recorded.
 */
export function isSourceNamed(text: string): boolean {
	return sources.some((source) => source.test(text));
}

const sources = [
	/\b[\w.+-]+\([1-8][a-z]*\)/,
	/\bkernel\s+documents?\b/,
	/\]\(https:\/\//,
	/\]\([./]+assets\//,
];
