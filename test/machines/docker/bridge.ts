import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { searchPath } from '../installed.ts';

/**
 * A network for containers that leads nowhere. Made by hand, because a daemon without one removes
 * the bridge of the machine's other daemon.
 */
export async function makeBridge(name: string) {
	await ip('link', 'add', name, 'type', 'bridge');
	// Of the range for tests between networks, RFC 2544.
	await ip('addr', 'add', '198.18.7.1/24', 'dev', name);
	await ip('link', 'set', name, 'up');
}

export async function removeBridge(name: string) {
	// Not /sys/class/net, which shows the devices of another namespace where the tests have one of their own.
	if (new RegExp(`^ *${name}:`, 'm').test(readFileSync('/proc/self/net/dev', 'utf8'))) {
		await ip('link', 'del', name);
	}
}

const ip = (...words: readonly string[]) => execa('ip', words, { env: { PATH: searchPath } });
