import { execa } from 'execa';
import { makeSafe } from '../engine/safe-text.ts';
import { searchPath } from './environment.ts';
import { families, type Family, type Part } from './package-table.ts';
import type { Situation } from './situation.ts';

/** What is installed how, on one distribution. */
export type Installation = {
	/** The lines to type, for root, in this order; none where no part has a package. */
	readonly commands: readonly string[];
	readonly packages: readonly string[];
	/** Those that the distribution has no package for. */
	readonly without: readonly Part[];
};

/** Undefined where neither the distribution is known nor a package manager is found. */
export function planInstallation(
	wanted: readonly Part[],
	{ circumstances, tools }: Situation,
): Installation | undefined {
	const family = familyOf(circumstances.distribution.ids, (tool) => tools.get(tool) !== undefined);
	if (family === undefined) {
		return undefined;
	}

	// Some have several parts in one package.
	const packages = [...new Set(wanted.flatMap((part) => family.packages[part] ?? []))];
	const update =
		family.manager === 'apt-get' && !circumstances.hasPackageLists ? ['apt-get update'] : [];
	return {
		commands: packages.length === 0 ? [] : [...update, `${family.install} ${packages.join(' ')}`],
		packages,
		without: wanted.filter((part) => family.packages[part] === undefined),
	};
}

/** By what the distribution says it is; one that is not known is told by its package manager. */
export function familyOf(
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

/**
 * Runs the installer, on the learner's word only, and yields what it says, line by line.
 * @throws Error with a sentence where it fails.
 */
export async function* install(commands: readonly string[]): AsyncGenerator<string> {
	for (const command of commands) {
		yield* runInstaller(command);
	}
}

async function* runInstaller(command: string): AsyncGenerator<string> {
	const [file = '', ...arguments_] = command.split(' ');
	const run = execa(file, arguments_, {
		all: true,
		reject: false,
		stdin: 'ignore',
		env: { PATH: searchPath().join(':'), DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
	});
	for await (const line of run.iterable({ from: 'all' })) {
		yield makeSafe(line);
	}

	const { exitCode } = await run;
	if (exitCode !== 0) {
		throw new Error(
			`\`${command}\` ended with ${exitCode ?? 'a signal'}. The lesson goes on with mkdir and echo.`,
		);
	}
}
