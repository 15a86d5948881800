import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** The directory that both take as root: what the payload needs, and what our container does. */
export function makeBase(directory: string): void {
	for (const name of ['dev', 'proc', 'sys', 'tmp']) {
		mkdirSync(`${directory}/${name}`, { recursive: true });
	}
	const script = `for file in $(type -P bash cat ls readlink setpriv tr umount); do
		ldd "$file" | grep -o '/[^ )]*' | xargs cp -Lu --parents -t "$1" "$file"
	done`;
	execFileSync('bash', ['-c', script, 'bash', directory]);
}
