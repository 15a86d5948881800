/** Bytes of `1000M`, in the kernel's steps of 1024 (memparse). */
export function parseSize(text: string): number {
	const [, amount = '', unit = ''] = /^(\d+)([KMG]?)$/.exec(text) ?? [];
	return Number(amount) * 1024 ** ' KMG'.indexOf(unit || ' ');
}
