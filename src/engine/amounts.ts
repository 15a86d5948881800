import prettyBytes from 'pretty-bytes';

/** `3.5 MB`, in thousands, as `ls -h` and file managers say it. */
export function fileSize(bytes: number): string {
	return prettyBytes(bytes, { maximumFractionDigits: 1 });
}

/** `15.6 GiB`, in steps of 1024, as the kernel counts memory: `1000M` written to it is 1000 MiB. */
export function memorySize(bytes: number): string {
	return prettyBytes(bytes, { binary: true, maximumFractionDigits: 1 });
}

/** `1 file`, `2 files`. */
export function count(amount: number, one: string, many = `${one}s`): string {
	return `${amount} ${amount === 1 ? one : many}`;
}
