import { isAbsolute, join } from 'node:path';

/** The directory that progress is kept in, as the XDG Base Directory Specification has it: relative paths do not count. */
export function progressDirectory(
	environment: Readonly<Record<string, string | undefined>>,
	home: string,
): string {
	const state = environment['XDG_STATE_HOME'] ?? '';
	return join(
		isAbsolute(state) ? state : join(home, '.local', 'state'),
		'containers-under-the-hood',
	);
}
