import prettyBytes from 'pretty-bytes';

/** `3.5 MB`, in thousands, as `ls -h --si` and file managers say it. */
export function fileSize(bytes: number): string {
	return prettyBytes(bytes, inWords);
}

/** `15.6 GiB`, in steps of 1024, as the kernel counts memory: `1000M` written to it is 1000 MiB. */
export function memorySize(bytes: number): string {
	// 1000 to 1023 of a unit have four digits, which get a comma.
	return prettyBytes(bytes, { ...inWords, binary: true }).replace(',', '');
}

/** The same on every machine, whatever language it speaks. */
const inWords = { maximumFractionDigits: 1, locale: 'en' };

/** `1 file`, `2 files`. */
export function count(amount: number, one: string, many = `${one}s`): string {
	return `${amount} ${amount === 1 ? one : many}`;
}
