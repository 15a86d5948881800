import { mostAlike } from './most-alike.ts';

/** The terminals of a lesson: the windows that somebody would have open to do this by hand. */
export const terminals = ['host', 'container-1', 'container-2'] as const;

/** Whether there is a terminal of this name. */
export function isTerminal(name: string): boolean {
	return (terminals as readonly string[]).includes(name);
}

/** Returns the sentence for an author who wrote another name. */
export function unknownTerminal(name: string): string {
	const names = mostAlike(name, terminals).map((terminal) => `\`${terminal}\``);
	return `There is no terminal \`${name}\`; the terminals are ${names.join(', ')}.`;
}
