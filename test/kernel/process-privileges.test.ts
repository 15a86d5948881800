import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { parsePrivileges } from '../../src/kernel/process-privileges.ts';
import { readStatus } from '../../src/kernel/processes.ts';

test.each([
	['CapEff:\t00000000a80425fb\nCapBnd:\t0\nNoNewPrivs:\t1\n', 'a80425fb', true],
	['CapInh:\t0000000000000001\nCapEff:\t0000000000000000\nNoNewPrivs:\t0\n', '0', false],
	// A kernel of before 4.10 does not tell.
	['CapEff:\t0000000000000020\n', '20', false],
])('reads what a process may: %j', (status, capabilities, noNewPrivileges) => {
	const procfs = mkdtempSync(join(tmpdir(), 'procfs-'));
	try {
		mkdirSync(join(procfs, '7'));
		writeFileSync(join(procfs, '7/status'), `Name:\tsleep\n${status}`);
		expect(parsePrivileges(readStatus(thisMachine, 7, procfs) ?? '')).toEqual({
			capabilities: capabilities.padStart(16, '0'),
			noNewPrivileges,
		});
		expect(readStatus(thisMachine, 8, procfs)).toBeUndefined();
	} finally {
		rmSync(procfs, { recursive: true });
	}
});
