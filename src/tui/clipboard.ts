/** Gives text to the clipboard of the terminal, which may not take it. */
export type CopyText = (text: string) => void;

/** See OSC 52 in the control sequences of xterm: `c` is the clipboard. */
export const clipboardSequence = (text: string): string =>
	`\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`;
