import { type Provisions, cgroupOf } from '../engine/words/provisions.ts';
import { readDistribution } from '../kernel/distribution.ts';
import { readMachine } from '../kernel/machine.ts';
import { thisMachine } from '../kernel/port/this-machine.ts';
import { currentFormat, type Header, program } from '../record/header.ts';
import { version } from '../command-line/version.ts';

/** Returns what a recording says about the machine that it is made on. */
export const readHeader = (provisions: Provisions): Header => ({
	format: currentFormat,
	program,
	version,
	node: process.versions.node,
	kernel: readMachine(thisMachine).kernel,
	distribution: readDistribution(thisMachine).name,
	cgroup: cgroupOf(provisions),
	uid: process.getuid?.() ?? 0,
	date: new Date().toISOString(),
});
