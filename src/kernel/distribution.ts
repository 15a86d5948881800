import { makeAllVisible } from '../text/visible-text.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { readText } from './read.ts';

export type Distribution = {
	/** `Debian GNU/Linux 12 (bookworm)`. */
	readonly name: string;
	/** Its own id, then those it derives from, closest first: `ubuntu`, `debian`. */
	readonly ids: readonly string[];
};

export function readDistribution(files: KernelFiles): Distribution {
	return parseOsRelease(
		readText(files, '/etc/os-release') ?? readText(files, '/usr/lib/os-release') ?? '',
	);
}

/** os-release(5), with the defaults it names. A foreign image may say anything. */
export function parseOsRelease(text: string): Distribution {
	const values = new Map(
		[...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, key = '', value = '']) => [
			key,
			unquote(value),
		]),
	);
	return makeAllVisible({
		name: values.get('PRETTY_NAME') ?? 'Linux',
		ids: [values.get('ID') ?? 'linux', ...(values.get('ID_LIKE') ?? '').split(' ').filter(Boolean)],
	});
}

/** Shell quoting of one word. */
function unquote(value: string): string {
	return value
		.trim()
		.replace(/^(["'])(.*)\1$/, '$2')
		.replace(/\\(["'$`\\])/g, '$1');
}
