import { createSieve } from '../terminal-input/sieve.ts';

/**
 * Standard input as Ink should see it: without the terminal's answers to other programs. Whoever reads the
 * stream itself, as a visit does, gets every character.
 */
export function openKeyboard(stdin: NodeJS.ReadStream): NodeJS.ReadStream {
	let keys = '';
	const sieve = createSieve((late) => {
		keys = late;
		// If Ink no longer listens, the key is dropped.
		if (!stdin.emit('readable')) {
			keys = '';
		}
	});

	function read(): string | null {
		const chunk = stdin.read() as string | null;
		const found = keys + (chunk === null ? '' : sieve(chunk));
		keys = '';
		return chunk === null && found === '' ? null : found;
	}

	return new Proxy(stdin, {
		get(target, name) {
			if (name === 'read') {
				return read;
			}
			const value: unknown = Reflect.get(target, name);
			return typeof value === 'function' ? (value.bind(target) as unknown) : value;
		},
	});
}
