/**
 * Returns the number of bytes that a text such as `1000M` stands for, in steps of 1024, as the
 * kernel's memparse() reads it.
 */
export function parseSize(text: string): number {
	const [, amount = '', unit = ''] = /^(\d+)([KMG]?)$/.exec(text) ?? [];
	return Number(amount) * 1024 ** ' KMG'.indexOf(unit || ' ');
}
