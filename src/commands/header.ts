import { type Capabilities, cgroupOf } from '../engine/capabilities.ts';
import { readDistribution } from '../kernel/distribution.ts';
import { readMachine } from '../kernel/machine.ts';
import { currentFormat, type Header, program } from '../record/header.ts';
import { version } from '../version.ts';

/** What a recording says of the machine it is made on. */
export const readHeader = (capabilities: Capabilities): Header => ({
	format: currentFormat,
	program,
	version,
	node: process.versions.node,
	kernel: readMachine().kernel,
	distribution: readDistribution().name,
	cgroup: cgroupOf(capabilities),
	uid: process.getuid?.() ?? 0,
	date: new Date().toISOString(),
});
