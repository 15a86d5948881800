import { families, type Family, type Part } from './package-table.ts';
import type { Findings } from './findings.ts';

/** How parts are installed on one distribution. */
export type Installation = {
	/** The lines to type as root, in this order; empty where no part has a package. */
	readonly commands: readonly string[];
	readonly packages: readonly string[];
	/** The parts that the distribution has no package for. */
	readonly without: readonly Part[];
};

/**
 * Returns how to install parts; undefined where the distribution is not known and no package
 * manager is found.
 */
export function planInstallation(
	wanted: readonly Part[],
	{ circumstances, tools }: Findings,
): Installation | undefined {
	const family = familyOf(circumstances.distribution.ids, (tool) => tools.get(tool) !== undefined);
	if (family === undefined) {
		return undefined;
	}

	// Some distributions have several parts in one package.
	const packages = [...new Set(wanted.flatMap((part) => family.packages[part] ?? []))];
	const update =
		family.manager === 'apt-get' && !circumstances.hasPackageLists ? ['apt-get update'] : [];
	return {
		commands: packages.length === 0 ? [] : [...update, `${family.install} ${packages.join(' ')}`],
		packages,
		without: wanted.filter((part) => family.packages[part] === undefined),
	};
}

/**
 * Returns the kind of distribution by its ids, those it is like included; one that is not known is
 * recognised by its package manager.
 */
function familyOf(
	ids: readonly string[],
	hasTool: (tool: Family['manager']) => boolean,
): Family | undefined {
	const usable = families.filter(({ manager }) => hasTool(manager));
	const byId = ids
		// `opensuse-tumbleweed` is an id, and `suse` what it is like.
		.map((id) =>
			usable.find(({ ids }) => ids.some((one) => id === one || id.startsWith(`${one}-`))),
		)
		.find((family) => family !== undefined);
	return byId ?? usable[0];
}
