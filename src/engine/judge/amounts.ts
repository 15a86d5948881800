import prettyBytes from 'pretty-bytes';

/**
 * Returns a number of bytes in steps of 1000, as `ls -h --si` and file managers show it: `3.5 MB`.
 */
export function fileSize(bytes: number): string {
	return prettyBytes(bytes, inWords);
}

/**
 * Returns a number of bytes in steps of 1024, as the kernel counts memory: `15.6 GiB`. `1000M`
 * written to it is 1000 MiB.
 */
export function memorySize(bytes: number): string {
	// From 1000 to 1023 of a unit there are four digits, which get a comma.
	return prettyBytes(bytes, { ...inWords, binary: true }).replace(',', '');
}

/** The options that make numbers the same on every machine, whatever language it speaks. */
const inWords = { maximumFractionDigits: 1, locale: 'en' };

/** Returns an amount with its noun: `1 file`, `2 files`. */
export function count(amount: number, one: string, many = `${one}s`): string {
	return `${amount} ${amount === 1 ? one : many}`;
}
