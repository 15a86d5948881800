/** The payload's output, by section; what has names in it as a record. */
export function sectionsOf(output) {
	const sections = Object.fromEntries(
		output
			.split(/^== /m)
			.slice(1)
			.map((section) => {
				const [title, ...lines] = section.trimEnd().split('\n');
				return [title, lines];
			}),
	);
	return {
		...sections,
		namespaces: named(sections.namespaces, ' '),
		status: named(sections.status, ':'),
		limits: limits(sections.limits),
		mounts: sections.mountinfo.map(mount),
	};
}

const named = (lines, separator) =>
	Object.fromEntries(
		lines.map((line) => {
			const at = line.indexOf(separator);
			return [line.slice(0, at), line.slice(at + 1).trim()];
		}),
	);

/** The lines of /proc/PID/limits: `soft hard` by name. */
export const limits = (lines) =>
	Object.fromEntries(
		lines.slice(1).map((line) => {
			const [name, soft, hard] = line.split(/ {2,}/);
			return [name, `${soft} ${hard}`];
		}),
	);

/** A line of mountinfo: proc_pid_mountinfo(5). */
function mount(line) {
	const [before, after] = line.split(' - ');
	const [, , , root, point, options, ...optional] = before.split(' ');
	const [type] = after.split(' ');
	return { root, point, type, options: options.split(','), optional };
}
