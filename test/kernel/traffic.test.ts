import { expect, test } from '@jest/globals';
import { parseSent } from '../../src/kernel/network.ts';
import { createMeter } from '../../src/kernel/traffic.ts';

test('counts what has left by all devices but lo', () => {
	const dev = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo:     700       7    0    0    0     0          0         0      700       7    0    0    0     0       0          0
  eth0:    1066      13    0    0    0     0          0         0      926      11    0    0    0     0       0          0
 port1:1234567890   13    0    0    0     0          0         0       74       1    0    0    0     0       0          0
`;
	expect(parseSent(dev)).toBe(1000);
});

test('measures between readings, for each namespace, over half a second at least', () => {
	let now = 10;
	const meter = createMeter(() => now);
	const at = (time: number, namespace: number, sent: number) => {
		now = time;
		return meter(namespace, sent);
	};

	expect(at(10, 1, 5000)).toBeUndefined();
	expect(at(10.2, 1, 9000)).toBeUndefined();
	expect(at(10.2, 2, 0)).toBeUndefined();
	// A second process in the same namespace, in the same look.
	expect(at(10.2, 1, 9000)).toBeUndefined();
	expect(at(10.6, 1, 5600)).toBe(1000);
	expect(at(10.7, 2, 100)).toBe(200);
	// Since 10.2, the last that is long enough ago.
	expect(at(10.8, 1, 9600)).toBe(1000);
	// Too long ago to say anything of now.
	expect(at(20, 1, 9600)).toBeUndefined();
});
