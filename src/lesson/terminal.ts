import { nearest } from './nearest.ts';

/** The windows one would have open to do this by hand. */
export const terminals = ['host', 'container-1', 'container-2'] as const;

export function isTerminal(name: string): boolean {
	return (terminals as readonly string[]).includes(name);
}

/** For the author who wrote another name. */
export function unknownTerminal(name: string): string {
	const names = nearest(name, terminals).map((terminal) => `\`${terminal}\``);
	return `There is no terminal \`${name}\`; the terminals are ${names.join(', ')}.`;
}
