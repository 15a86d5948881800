import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs a package where there is neither a network nor anything else, and starts what it has. Returns sentences
 * about what does not work; none where all does.
 * @param directory an empty one, which holds the installed package afterwards
 */
export function tryPackage(
	tarball: string,
	directory: string,
	{ name, version }: { readonly name: string; readonly version: string },
): readonly string[] {
	mkdirSync(join(directory, 'home'));
	// Without a prefix npm would install into a package that it finds further up.
	const options = ['--prefix', directory, '--offline', '--no-audit', '--no-fund'];
	const installed = run('npm', ['install', ...options, tarball]);
	if (installed.status !== 0) {
		return [`It cannot be installed without a network: ${installed.said}`];
	}

	const program = join(directory, 'node_modules', '.bin', name);
	const missing = mustHave.filter(
		(file) => !existsSync(join(directory, 'node_modules', name, file)),
	);
	return [
		...missing.map((file) => `The package has no ${file}; run \`npm run build\` first.`),
		...complain(['--version'], (said) => said === `${version}\n`),
		...complain(['list', '--plain'], (said) => said.includes('A root of its own')),
	];

	function complain(
		words: readonly string[],
		isRight: (said: string) => boolean,
	): readonly string[] {
		const { status, said } = run(program, words);
		return status === 0 && isRight(said)
			? []
			: [`\`${name} ${words.join(' ')}\` exits with ${String(status)}, and says: ${said}`];
	}

	/** With a home and a cache of its own, so that nothing is found that a stranger would not have. */
	function run(file: string, words: readonly string[]) {
		const home = join(directory, 'home');
		const env = { PATH: process.env['PATH'], HOME: home, npm_config_cache: join(home, 'cache') };
		const { status, stdout, stderr, error } = spawnSync(file, words, {
			cwd: directory,
			env,
			encoding: 'utf8',
		});
		return { status, said: error === undefined ? `${stdout}${stderr}` : error.message };
	}
}

/** What npm would leave out without a word. */
const mustHave = ['LICENSE', 'README.md', 'THIRD_PARTY_NOTICES', 'dist/entry.js', 'dist/guard.js'];
