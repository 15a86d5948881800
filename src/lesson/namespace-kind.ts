/** Each kind of namespace as lessons call it, and its link in /proc/PID/ns; see namespaces(7). */
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

export type NamespaceName = keyof typeof namespaceLinks;

/** For the author who wrote another word; nothing where there is such a kind. */
export function namespaceFault(name: string): string | undefined {
	if (Object.hasOwn(namespaceLinks, name)) return undefined;
	const names = Object.keys(namespaceLinks).map((kind) => `\`${kind}\``);
	return `There is no kind of namespace \`${name}\`; the kinds are ${names.join(', ')}.`;
}
