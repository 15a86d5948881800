import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { readPlace } from '../../src/kernel/read-place.ts';

const none = { version: 'none' } as const;
const groups = mkdtempSync(join(tmpdir(), 'cuth-groups-'));
mkdirSync(join(groups, 'box'));
writeFileSync(join(groups, 'box', 'cpu.stat'), 'nr_throttled 4\n');

afterAll(() => {
	rmSync(groups, { recursive: true });
});

test('a file of procfs is read', () => {
	const path = `/proc/${process.pid}/status`;
	expect(readPlace(thisMachine, path, none)).toMatchObject({
		place: path,
		found: 'text',
		text: expect.stringMatching(new RegExp(`^Pid:\\s+${process.pid}$`, 'm')),
	});
});

test('of a link is read where it points', () => {
	const path = `/proc/${process.pid}/ns/pid`;
	expect(readPlace(thisMachine, path, none)).toMatchObject({
		found: 'link',
		text: expect.stringMatching(/^pid:\[\d+\]$/),
	});
});

test('the arguments of a process are parted by blanks', () => {
	expect(readPlace(thisMachine, `/proc/${process.pid}/cmdline`, none).text).not.toContain('\0');
});

test('a cgroup is read where the host has it, on v2 and by controller on v1', () => {
	const found = { place: join(groups, 'box/cpu.stat'), found: 'text', text: 'nr_throttled 4\n' };
	expect(
		readPlace(thisMachine, '/sys/fs/cgroup/box/cpu.stat', { version: 'v2', directory: groups }),
	).toEqual(found);
	expect(
		readPlace(thisMachine, '/sys/fs/cgroup/cpu/box/cpu.stat', {
			version: 'v1',
			directories: { cpu: groups },
		}),
	).toEqual(found);
});

test.each([
	['/proc/4194305/status', /^Process 4194305 has ended\.$/],
	[`/proc/${process.pid}/no-such-file`, /^There is no such file\.$/],
	[`/proc/${process.pid}`, /^It cannot be read: .*\.$/],
	['/sys/fs/cgroup/box/cpu.stat', /^The sandbox has no cgroup by this name\.$/],
])('%s is not there, and a sentence says why', (path, why) => {
	expect(readPlace(thisMachine, path, none)).toMatchObject({
		found: 'gone',
		text: expect.stringMatching(why),
	});
});

test('a group that was removed is told from a file that never was', () => {
	const cgroup = { version: 'v2', directory: '/sys/fs/cgroup/no-such-stage' } as const;
	expect(readPlace(thisMachine, '/sys/fs/cgroup/box/cpu.stat', cgroup)).toEqual({
		place: '/sys/fs/cgroup/no-such-stage/box/cpu.stat',
		found: 'gone',
		text: 'The group is gone: there is no /sys/fs/cgroup/no-such-stage/box.',
	});
});
