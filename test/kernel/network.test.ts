import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readNetwork } from '../../src/kernel/network.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';

/** As a kernel 6.18 has them, of a container with one cable. */
const files = {
	dev: `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo:       0       0    0    0    0     0          0         0        0       0    0    0    0     0       0          0
  eth0:    1066      13    0    0    0     0          0         0      926      11    0    0    0     0       0          0
`,
	route: `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t00000000\t0100000A\t0003\t0\t0\t0\t00000000\t0\t0\t0
eth0\t0000000A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
`,
	arp: `IP address       HW type     Flags       HW address            Mask     Device
10.0.0.1         0x1         0x2         96:3a:c6:63:83:10     *        eth0
10.0.0.9         0x1         0x0         00:00:00:00:00:00     *        eth0
`,
	fib_trie: `Main:
  +-- 0.0.0.0/1 2 0 2
     +-- 10.0.0.0/30 2 0 2
        |-- 10.0.0.0
           /24 link UNICAST
        |-- 10.0.0.3
           /32 host LOCAL
     |-- 127.0.0.1
        /32 host LOCAL
     |-- 10.0.0.255
        /32 link BROADCAST
Local:
  +-- 0.0.0.0/1 2 0 2
     |-- 10.0.0.3
        /32 host LOCAL
`,
};

test.each([
	[
		files,
		{
			devices: ['lo', 'eth0'],
			addresses: ['10.0.0.3'],
			gateways: ['10.0.0.1'],
			neighbours: ['10.0.0.1'],
		},
	],
	[{ dev: files.dev }, { devices: ['lo', 'eth0'], addresses: [], gateways: [], neighbours: [] }],
	[{}, undefined],
])('reads a network: %#', (there, network) => {
	const procfs = mkdtempSync(join(tmpdir(), 'procfs-'));
	try {
		mkdirSync(join(procfs, '7/net'), { recursive: true });
		for (const [name, text] of Object.entries(there)) {
			writeFileSync(join(procfs, '7/net', name), text);
		}

		expect(readNetwork(thisMachine, 7, undefined, procfs)).toEqual(network);
	} finally {
		rmSync(procfs, { recursive: true });
	}
});
