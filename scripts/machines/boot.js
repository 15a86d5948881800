import { execa } from 'execa';

/**
 * Boots a machine, in emulation, and waits until it switches itself off.
 * Nothing is ever written to its own disk.
 * @param {{disk: string, kernel: string, initrd: string}} image
 * @param {{input: string, output: string, log: string, append?: string, minutes: number}} options
 *   `input` is a disk with the executable `/perform`; `output` an empty file that the machine sees as
 *   `/dev/vdc`; `log` gets what it says on its console.
 * @throws where it has not ended after so many minutes; it is then switched off.
 */
export async function boot({ disk, kernel, initrd }, { input, output, log, append = '', minutes }) {
	await execa(
		'qemu-system-x86_64',
		[
			// Not by KVM: inside a virtual machine it may be there and not work.
			...['-accel', 'tcg,thread=multi', '-smp', '2', '-m', '3072'],
			...['-display', 'none', '-no-reboot', '-nic', 'none'],
			...['-kernel', kernel, '-initrd', initrd],
			...['-append', `root=/dev/vda rw console=ttyS0 quiet panic=-1 ${append}`],
			...['-drive', `file=${disk},if=virtio,format=raw,snapshot=on`],
			...['-drive', `file=${input},if=virtio,format=raw,readonly=on`],
			...['-drive', `file=${output},if=virtio,format=raw,cache=unsafe`],
			...['-serial', `file:${log}`],
		],
		{ stdin: 'ignore', timeout: minutes * 60_000, killSignal: 'SIGKILL' },
	);
}
