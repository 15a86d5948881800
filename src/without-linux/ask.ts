import { execa } from 'execa';

/** The answer of a tool to a question that changes nothing. */
export type ToolAnswer = {
	/**
	 * How it went: `refused` is an exit code other than 0, `absent` a tool that is not installed,
	 * `silent` one that did not answer in time.
	 */
	readonly outcome: 'answered' | 'refused' | 'silent' | 'absent';
	/** The tool's standard output. */
	readonly text: string;
};

/**
 * Asks a tool something by running it.
 * @param seconds The time to wait; a machine that sleeps may have to wake up for the answer.
 */
export async function ask(
	file: string,
	words: readonly string[],
	seconds = 15,
): Promise<ToolAnswer> {
	const result = await execa(file, words, {
		reject: false,
		stdin: 'ignore',
		encoding: 'buffer',
		timeout: seconds * 1000,
		killSignal: 'SIGKILL',
		windowsHide: true,
	});
	const text = decode(result.stdout);
	if (result.exitCode === 0) {
		return { outcome: 'answered', text };
	}
	if (result.timedOut) {
		return { outcome: 'silent', text };
	}
	return { outcome: result.code === undefined ? 'refused' : 'absent', text };
}

/** Decodes output; wsl.exe writes UTF-16, unlike all other tools. */
function decode(bytes: Uint8Array): string {
	const isWide = bytes[1] === 0 || (bytes[0] === 0xff && bytes[1] === 0xfe);
	const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
	return text.replaceAll('\r\n', '\n');
}
