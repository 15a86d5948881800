import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execaSync } from 'execa';
import { inOuterNetwork } from './outer-network.ts';

const mirror = 'http://deb.debian.org/debian';
const directory = fileURLToPath(new URL('../../node_modules/.cache/arm64-bash', import.meta.url));

/**
 * A bash that cannot run here, from Debian's package for arm64: its path. Undefined where the mirror
 * cannot be reached, or this is no Debian. It is kept with the libraries.
 */
export function downloadArm64Bash(): string | undefined {
	const bash = join(directory, 'bin/bash');
	if (existsSync(bash)) {
		return bash;
	}

	mkdirSync(directory, { recursive: true });
	const [program, ...words] = [...inOuterNetwork, 'bash', '-c', script];
	const { exitCode } = execaSync(program, words, { cwd: directory, reject: false });
	if (exitCode === 0) {
		return bash;
	}

	rmSync(directory, { recursive: true });
	return undefined;
}

const script = `set -e -o pipefail
get() { curl --silent --fail --max-time 30 ${mirror}/$1; }
path=$(get dists/bookworm/main/binary-arm64/Packages.xz | xz -dc | sed -n 's,^Filename: \\(pool/main/b/bash/bash_.*\\),\\1,p')
get $path > bash.deb
dpkg-deb --extract bash.deb .`;
