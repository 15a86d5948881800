import { removeLeftovers } from '../stage/leftovers.ts';
import { visibleJson } from '../text/visible-json.ts';
import { makeLinesVisible } from '../text/visible-text.ts';

/** Removes what a crashed run left, and prints what that was. Returns the exit code. */
export async function cleanup({ json }: { readonly json: boolean }): Promise<number> {
	const leftovers = await removeLeftovers();
	process.stdout.write(
		json
			? `${visibleJson({ removed: leftovers })}\n`
			: leftovers.length === 0
				? 'Nothing was left.\n'
				: leftovers.map(describe).join(''),
	);
	return leftovers.some(({ trouble }) => trouble !== undefined) ? 1 : 0;
}

const describe = ({
	directory,
	cgroups,
	trouble,
}: Awaited<ReturnType<typeof removeLeftovers>>[number]): string =>
	[trouble ?? `Removed ${directory}.`, ...cgroups.map((cgroup) => `Removed the cgroup ${cgroup}.`)]
		.slice(0, trouble === undefined ? undefined : 1)
		.map((line) => `${makeLinesVisible(line)}\n`)
		.join('');
