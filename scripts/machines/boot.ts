import { execa } from 'execa';
import { acceleratorFor } from './accelerator.ts';
import type { Image } from './image.ts';

/** What a machine is booted with, beside its image. */
export type Equipment = {
	/** The file of a disk with the executable `/perform`. */
	readonly input: string;
	/** An empty file, which the machine sees as `/dev/vdc`. */
	readonly output: string;
	/** The file that gets what it says on its console. */
	readonly log: string;
	/** For the command line of its kernel. */
	readonly append: string;
	/** After which it is switched off. */
	readonly minutes: number;
};

/**
 * What costs an emulated machine a tenth of its time and changes nothing that is seen of it: defences against the
 * hardware that it does not have, and a clock outside the processor.
 */
const forEmulation = 'mitigations=off tsc=reliable clocksource=tsc';

/**
 * Boots a machine, by KVM or in emulation, and waits until it switches itself off.
 * Nothing is ever written to its own disk.
 * @throws where it has not ended after so many minutes; it is then switched off.
 */
export async function boot(
	image: Image,
	{ input, output, log, append, minutes }: Equipment,
): Promise<void> {
	const { disk, kernel, initrd } = image;
	const accelerator = await acceleratorFor(image);
	const options = accelerator.includes('kvm') ? append : `${forEmulation} ${append}`;
	await execa(
		'qemu-system-x86_64',
		[
			...accelerator,
			...['-smp', '2', '-m', '3072'],
			...['-display', 'none', '-no-reboot', '-nic', 'none'],
			...['-kernel', kernel, '-initrd', initrd],
			...['-append', `root=/dev/vda rw console=ttyS0 quiet panic=-1 ${options}`],
			...['-drive', `file=${disk},if=virtio,format=raw,snapshot=on`],
			...['-drive', `file=${input},if=virtio,format=raw,readonly=on`],
			...['-drive', `file=${output},if=virtio,format=raw,cache=unsafe`],
			...['-serial', `file:${log}`],
		],
		{ stdin: 'ignore', timeout: minutes * 60_000, killSignal: 'SIGKILL' },
	);
}
