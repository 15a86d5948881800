import { relative } from 'node:path';
import type { Package } from '../notices/read-package.ts';

/** What `npm audit --json` prints. A package that is only named in `via` has an entry of its own. */
export type Report = {
	readonly vulnerabilities: Readonly<
		Record<
			string,
			{ readonly via: readonly (string | Advisory)[]; readonly nodes: readonly string[] }
		>
	>;
};

type Advisory = { readonly title: string; readonly url: string; readonly severity: string };

/**
 * What is known to be dangerous of what we ship, in sentences. The registry knows of many dangers in what we only
 * build and test with, which reach nobody.
 * @param root the directory that the paths of the report start from
 */
export function severeAdvisories(
	{ vulnerabilities }: Report,
	bundled: readonly Package[],
	root: string,
): readonly string[] {
	const found = Object.values(vulnerabilities).flatMap(({ via, nodes }) =>
		bundled
			.filter(({ directory }) => nodes.includes(relative(root, directory)))
			.flatMap(({ title }) => via.filter(isSevere).map((advisory) => tell(title, advisory))),
	);
	return [...new Set(found)];
}

const isSevere = (cause: string | Advisory): cause is Advisory =>
	typeof cause === 'object' && ['high', 'critical'].includes(cause.severity);

const tell = (title: string, { title: danger, url, severity }: Advisory) =>
	`${title} is bundled, and an advisory of ${severity} severity is known of it: ${danger} (${url}). ` +
	'Whoever runs our program runs that. Update it, or what brings it (`npm explain` says what), or do without it.';
