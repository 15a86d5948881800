import { execa } from 'execa';

/** What a tool said when it was asked something that changes nothing. */
export type Answer = {
	/** `absent`: it is not installed. `silent`: it did not answer in time. */
	readonly outcome: 'answered' | 'refused' | 'silent' | 'absent';
	/** Its standard output. */
	readonly text: string;
};

/** @param seconds How long to wait. A machine that sleeps may have to wake up for the answer. */
export async function ask(file: string, words: readonly string[], seconds = 15): Promise<Answer> {
	const result = await execa(file, words, {
		reject: false,
		stdin: 'ignore',
		encoding: 'buffer',
		timeout: seconds * 1000,
		killSignal: 'SIGKILL',
		windowsHide: true,
	});
	const text = decode(result.stdout);
	if (result.exitCode === 0) return { outcome: 'answered', text };
	if (result.timedOut) return { outcome: 'silent', text };
	return { outcome: result.code === undefined ? 'refused' : 'absent', text };
}

/** wsl.exe writes UTF-16, unlike everybody else. */
function decode(bytes: Uint8Array): string {
	const isWide = bytes[1] === 0 || (bytes[0] === 0xff && bytes[1] === 0xfe);
	const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
	return text.replaceAll('\r\n', '\n');
}
