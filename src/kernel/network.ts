import type { Network } from '../engine/words/snapshot.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { readText } from './read.ts';

/** The network namespace that a process is in, as proc_pid_net(5) tells of it; undefined if it is gone. */
export function readNetwork(
	files: KernelFiles,
	pid: number,
	meter?: (sent: number) => number | undefined,
	procfs = '/proc',
): Network | undefined {
	const directory = `${procfs}/${pid}/net`;
	const devices = readText(files, `${directory}/dev`);
	if (devices === undefined) {
		return undefined;
	}

	const sending = meter?.(parseSent(devices));
	return {
		devices: parseDevices(devices),
		addresses: parseAddresses(readText(files, `${directory}/fib_trie`) ?? ''),
		gateways: parseGateways(readText(files, `${directory}/route`) ?? ''),
		neighbours: parseNeighbours(readText(files, `${directory}/arp`) ?? ''),
		...(sending === undefined ? {} : { sending }),
	};
}

/** Two lines of headings, then one for each. */
function parseDevices(dev: string): string[] {
	return [...dev.matchAll(/^\s*(\S+):/gm)].map(([, name = '']) => name);
}

/** Bytes that have left by any device but `lo`: the ninth number of each line. */
export function parseSent(dev: string): number {
	return [...dev.matchAll(/^\s*(\S+):(?:\s*\d+){8}\s+(\d+)/gm)]
		.filter(([, name]) => name !== 'lo')
		.reduce((sum, [, , sent]) => sum + Number(sent), 0);
}

/** Those that the kernel takes as its own, in a tree, and twice. */
function parseAddresses(trie: string): string[] {
	const own = [...trie.matchAll(/\|-- (\S+)\n\s+\/32 host LOCAL/g)].map(
		([, address = '']) => address,
	);
	return [...new Set(own)].filter((address) => !address.startsWith('127.'));
}

/** Device, destination, gateway; 0 as destination is anywhere. */
function parseGateways(route: string): string[] {
	return [...route.matchAll(/^\S+\t0{8}\t([0-9A-F]{8})\t/gm)].map(([, hex = '']) => dotted(hex));
}

/** Those whose hardware address is known: flag 2, ATF_COM. */
function parseNeighbours(arp: string): string[] {
	return [...arp.matchAll(/^([\d.]+)\s+0x\w+\s+0x(\w+)/gm)]
		.filter(([, , flags = '0']) => (Number.parseInt(flags, 16) & 2) !== 0)
		.map(([, address = '']) => address);
}

/** `0100000A` is 10.0.0.1, as the machine's words are little-endian. */
function dotted(hex: string): string {
	const bytes = hex.match(/../g) ?? [];
	return bytes
		.map((byte) => Number.parseInt(byte, 16))
		.reverse()
		.join('.');
}
