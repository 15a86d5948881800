/** What the payload said, by section; what has names in it as a record. */
export type Sections = {
	readonly namespaces: ByName;
	readonly status: ByName;
	readonly limits: ByName;
	readonly mounts: readonly Mount[];
	/** The lines of any section. */
	readonly lines: (title: string) => readonly string[];
};

export type ByName = Readonly<Record<string, string>>;

export type Mount = {
	/** The directory of its file system that it shows. */
	readonly root: string;
	/** Where it is mounted. */
	readonly point: string;
	readonly type: string;
	readonly options: readonly string[];
	/** Fields such as `shared:1`. */
	readonly optional: readonly string[];
};

export function sectionsOf(output: string): Sections {
	const sections = new Map(
		output
			.split(/^== /m)
			.slice(1)
			.map((section) => {
				const [title = '', ...lines] = section.trimEnd().split('\n');
				return [title, lines] as const;
			}),
	);
	const lines = (title: string) => sections.get(title) ?? [];
	return {
		namespaces: named(lines('namespaces'), ' '),
		status: named(lines('status'), ':'),
		limits: limits(lines('limits')),
		mounts: lines('mountinfo').map(mount),
		lines,
	};
}

const named = (lines: readonly string[], separator: string): ByName =>
	Object.fromEntries(
		lines.map((line) => {
			const at = line.indexOf(separator);
			return [line.slice(0, at), line.slice(at + 1).trim()];
		}),
	);

/** The lines of /proc/PID/limits: `soft hard` by name. */
export const limits = (lines: readonly string[]): ByName =>
	Object.fromEntries(
		lines.slice(1).map((line) => {
			const [name = '', soft = '', hard = ''] = line.split(/ {2,}/);
			return [name, `${soft} ${hard}`];
		}),
	);

/** A line of mountinfo: proc_pid_mountinfo(5). */
function mount(line: string): Mount {
	const [before = '', after = ''] = line.split(' - ');
	const [, , , root = '', point = '', options = '', ...optional] = before.split(' ');
	const [type = ''] = after.split(' ');
	return { root, point, type, options: options.split(','), optional };
}
