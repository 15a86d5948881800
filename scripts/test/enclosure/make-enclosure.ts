import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeControlGroups, removeControlGroups } from './control-groups.ts';

/**
 * A part of this machine that tests have for themselves: processes, mounts, control groups, temporary directories, the
 * ordinary user's home, and a network. What they find there is theirs, so that several can take an inventory at once,
 * beside whoever else uses the program; and all of it ends with the enclosure, however that ends.
 */
export type Enclosure = {
	/** The words before a command that have it run in there. */
	readonly command: readonly string[];
	/** Where a file of its /tmp is for us. */
	readonly outside: (path: string) => string;
	/** Takes away what was made for it, once all of it has ended. */
	readonly remove: () => void;
};

export type EnclosureOptions = {
	/** Of the processor; a process outside has 1024. */
	readonly shares: number;
	/** Paths that must be seen also where they are below /tmp. */
	readonly kept: readonly string[];
	/** A directory of which the enclosure has a copy in its place. */
	readonly home: string;
};

const script = fileURLToPath(new URL('enclosure.sh', import.meta.url));

/** @param directory to be made; its name is that of the control groups, and no other has it */
export function makeEnclosure(
	directory: string,
	{ shares, kept, home }: EnclosureOptions,
): Enclosure {
	mkdirSync(directory);
	for (const place of ['tmp', 'var/tmp']) {
		mkdirSync(join(directory, 'root', place), { recursive: true });
		chmodSync(join(directory, 'root', place), 0o1777);
	}
	if (existsSync(home)) {
		spawnSync('cp', ['--archive', home, join(directory, 'home')]);
		writeFileSync(join(directory, 'homes'), home);
	}
	writeFileSync(join(directory, 'kept'), linesOf(kept));
	const name = basename(directory);
	const groups = makeControlGroups(name, shares);
	writeFileSync(
		join(directory, 'groups'),
		linesOf(
			groups.map(({ type, options, mount, group }) => [type, options, mount, group].join('\t')),
		),
	);
	return {
		command: [
			// It ends with us, however we end.
			...['setpriv', '--pdeathsig', 'KILL', 'unshare', '--kill-child', '--fork', '--pid'],
			...['--mount', '--propagation', 'private', '--mount-proc', '--ipc', '--uts'],
			...['bash', script, directory],
		],
		outside: (path) => join(directory, 'root', path),
		remove() {
			removeControlGroups((other) => other === name);
			rmSync(directory, { recursive: true, force: true });
		},
	};
}

/** Whether this machine lets us make them; that takes root, and is tried. */
export function canEnclose(directory: string, options: EnclosureOptions): boolean {
	if (process.getuid?.() !== 0) {
		return false;
	}
	try {
		const enclosure = makeEnclosure(directory, options);
		const [file, ...words] = [...enclosure.command, 'true'] as const;
		const { status } = spawnSync(file, words, { stdio: 'ignore' });
		enclosure.remove();
		return status === 0;
	} catch {
		return false;
	}
}

const linesOf = (all: readonly string[]) => all.map((line) => `${line}\n`).join('');
