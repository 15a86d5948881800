import { accessSync, constants } from 'node:fs';
import { execa } from 'execa';
import type { Image } from './image.ts';

/**
 * The options of QEMU that say what the machine's processors are made of: KVM where it boots a kernel, emulation
 * elsewhere.
 */
export async function acceleratorFor(image: Image): Promise<readonly string[]> {
	return (await kvmBoots(image))
		? ['-accel', 'kvm', '-cpu', 'host']
		: // One after the other on one processor of ours: emulated at once, they spend a fifth of their time on waiting for
			// each other. There is always something else for our other processors.
			['-accel', 'tcg,thread=single'];
}

/** Milliseconds in which a kernel that finds no disk has come to its end, many times over. */
const patience = 5000;

/**
 * Whether KVM can be used: tried, because inside a virtual machine the device may be there and answer, and no kernel
 * start on it. This one finds no disk, panics, and asks for a reboot, which ends QEMU.
 */
async function kvmBoots({ kernel }: Image): Promise<boolean> {
	try {
		accessSync('/dev/kvm', constants.R_OK | constants.W_OK);
	} catch {
		return false;
	}
	const { exitCode } = await execa(
		'qemu-system-x86_64',
		[
			...['-accel', 'kvm', '-cpu', 'host', '-m', '256', '-kernel', kernel, '-append', 'panic=-1'],
			...['-display', 'none', '-no-reboot', '-nic', 'none'],
		],
		{ stdin: 'ignore', reject: false, timeout: patience, killSignal: 'SIGKILL' },
	);
	return exitCode === 0;
}
