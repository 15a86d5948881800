/**
 * The link in /proc/PID/ns for each kind of namespace, by the name that lessons use; see
 * namespaces(7).
 */
export const namespaceLinks = {
	mount: 'mnt',
	pid: 'pid',
	user: 'user',
	cgroup: 'cgroup',
	uts: 'uts',
	ipc: 'ipc',
	net: 'net',
	time: 'time',
} as const;

/** The name of a kind of namespace, as lessons use it. */
export type NamespaceName = keyof typeof namespaceLinks;

/**
 * Returns the sentence for an author who wrote another name; undefined where there is such a kind.
 */
export function namespaceFault(name: string): string | undefined {
	if (Object.hasOwn(namespaceLinks, name)) {
		return undefined;
	}
	const names = Object.keys(namespaceLinks).map((kind) => `\`${kind}\``);
	return `There is no kind of namespace \`${name}\`; the kinds are ${names.join(', ')}.`;
}
