import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDisk } from './disk.ts';
import type { Keyring, Recipe } from './recipes.ts';

/** Files that a machine is booted from. */
export type Image = { readonly disk: string; readonly kernel: string; readonly initrd: string };

/** Where built machines are kept; may be removed at any time. */
export const cache = join(
	process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
	'containers-under-the-hood-tests',
);

const overlay = fileURLToPath(new URL('overlay', import.meta.url));

/**
 * A machine that can be booted: its disk, kernel and initrd. Built where it was not yet, or its
 * recipe has changed since; takes a minute and a network.
 */
export function imageOf(recipe: Recipe): Image {
	const directory = directoryOf(recipe);
	if (!existsSync(directory)) {
		process.stderr.write(`Building ${recipe.name} in ${cache}, once…\n`);
		build(recipe, directory);
	}

	return {
		disk: join(directory, 'disk'),
		kernel: join(directory, 'vmlinuz'),
		initrd: join(directory, 'initrd'),
	};
}

export const isBuilt = (recipe: Recipe): boolean => existsSync(directoryOf(recipe));

function directoryOf(recipe: Recipe): string {
	const hash = createHash('sha256').update(JSON.stringify(recipe));
	const files = readdirSync(overlay, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.sort();
	for (const file of [fileURLToPath(import.meta.url), ...files]) {
		hash.update(readFileSync(file));
	}

	return join(cache, `${recipe.name}-${hash.digest('hex').slice(0, 12)}`);
}

function build(recipe: Recipe, directory: string): void {
	const work = mkdtempSync(join(tmpdir(), 'cuth-image-'));
	const unfinished = `${directory}.${process.pid}`;
	try {
		const root = join(work, 'root');
		installSystem(recipe, root, work);
		mkdirSync(unfinished, { recursive: true });
		for (const name of ['vmlinuz', 'initrd']) {
			copyFileSync(bootFile(root, name), join(unfinished, name));
		}

		makeDisk(join(unfinished, 'disk'), root, '4G');
		removeOlder(recipe);
		renameSync(unfinished, directory);
	} finally {
		rmSync(work, { recursive: true, force: true });
		rmSync(unfinished, { recursive: true, force: true });
	}
}

/** @throws where no kernel was installed */
function bootFile(root: string, name: string): string {
	const file = readdirSync(join(root, 'boot')).find(
		(one) => one.startsWith(`${name}-`) || one.startsWith(`${name}.img-`),
	);
	if (file === undefined) {
		throw new Error(`The machine that was built has no ${name} in /boot.`);
	}
	return join(root, 'boot', file);
}

function installSystem(
	{ name, suite, sources, packages, keyring }: Recipe,
	root: string,
	work: string,
): void {
	run('mmdebstrap', [
		...['--quiet', '--variant=minbase', '--aptopt=Acquire::Languages "none"'],
		...(keyring === undefined ? [] : [`--keyring=${fetchKeyring(keyring, work)}`]),
		`--include=${packages.join(',')}`,
		`--essential-hook=copy-in ${overlay}/etc ${overlay}/usr /`,
		`--customize-hook=echo ${name} > "$1/etc/hostname"`,
		'--customize-hook=chroot "$1" useradd --create-home --shell /bin/bash learner',
		'--customize-hook=chroot "$1" systemctl --quiet enable perform.service',
		...[suite, root, ...sources],
	]);
}

/** The keys that the sources are signed with: those of this system, or out of a signed package. */
function fetchKeyring({ file, package: name, suite, mirror }: Keyring, work: string): string {
	if (existsSync(`/${file}`)) {
		return `/${file}`;
	}

	const directory = join(work, 'keyring');
	run('mmdebstrap', [
		'--quiet',
		'--variant=extract',
		`--include=${name}`,
		suite,
		directory,
		mirror,
	]);
	return join(directory, file);
}

/** An earlier recipe's machine; one that is running keeps its open files. */
function removeOlder({ name }: Recipe): void {
	for (const other of readdirSync(cache)) {
		if (new RegExp(`^${name}-[0-9a-f]{12}$`).test(other)) {
			rmSync(join(cache, other), { recursive: true, force: true });
		}
	}
}

const run = (file: string, words: readonly string[]) =>
	execFileSync(file, words, { stdio: ['ignore', 'ignore', 'inherit'] });
