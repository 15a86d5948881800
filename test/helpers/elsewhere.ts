import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { possibleLane } from './lanes.ts';

const isRoot = process.getuid?.() === 0;
const [, [installed = '']] = possibleLane().command();

/**
 * The command line that runs the built program as on a machine of another kind. Where we may, there is
 * then neither /proc nor /sys to read.
 */
export function commandElsewhere(
	platform: 'darwin' | 'win32',
	words: readonly string[] = [],
	program = installed,
): readonly [string, readonly string[]] {
	const entry = JSON.stringify(program);
	const start = [
		`Object.defineProperty(process, 'platform', { value: '${platform}' });`,
		`process.argv.splice(1, 0, ${entry});`,
		`import(${entry});`,
	].join(' ');
	const node = [process.execPath, '-e', start, '--', ...words];
	const mask = 'mount -t tmpfs none /proc && mount -t tmpfs none /sys && exec "$@"';
	return isRoot
		? ['unshare', ['--mount', '--propagation', 'private', 'bash', '-c', mask, 'bash', ...node]]
		: [process.execPath, node.slice(1)];
}

/** Programs that answer as the real ones do, to be put before all others. */
export function fakeTools(tools: Readonly<Record<string, string>>): string {
	const directory = mkdtempSync('/tmp/cuth-tools-');
	for (const [name, script] of Object.entries(tools)) {
		writeFileSync(join(directory, name), `#!/bin/bash\n${script}\n`, { mode: 0o755 });
	}

	return directory;
}
