import { isIPv4 } from 'node:net';
import { constants } from 'node:os';
import { capabilityNames, isCapability } from './capability.ts';
import { mostAlike } from './most-alike.ts';
import { namespaceFault } from './namespace-kind.ts';
import { isTerminal, unknownTerminal } from './terminal.ts';

/** A word in capitals in a form, where the author writes something. */
export type Blank = keyof typeof blanks;

const fact = String.raw`\{\{.+\}\}`;

/** What may stand in each blank, as the source of a regular expression without groups. */
export const blanks = {
	CODE: String.raw`\d+`,
	NUMBER: String.raw`\d+(?:\.\d+)?|${fact}`,
	SIZE: String.raw`\d+[KMG]?|${fact}`,
	COMMAND: '.+',
	OTHER: '.+',
	KIND: String.raw`\S+`,
	TEXT: '.+',
	PATTERN: '.+',
	TERMINAL: String.raw`\S+`,
	PATH: '.+',
	GROUP: String.raw`\S+`,
	SIGNAL: String.raw`SIG\w+`,
	CAPABILITY: String.raw`\S+`,
	DEVICE: String.raw`\S+`,
	ADDRESS: String.raw`\S+`,
};

const faults: Partial<Record<Blank, (value: string) => string | undefined>> = {
	CODE: exitCodeFault,
	PATTERN: patternFault,
	KIND: namespaceFault,
	TERMINAL: terminalFault,
	PATH: pathFault,
	GROUP: groupFault,
	SIGNAL: signalFault,
	CAPABILITY: capabilityFault,
	ADDRESS: addressFault,
};

/**
 * Returns why a text cannot stand in a blank, though it has the right shape, as a sentence;
 * undefined where it can.
 */
export function blankFault(blank: Blank, value: string): string | undefined {
	return faults[blank]?.(value);
}

function exitCodeFault(code: string): string | undefined {
	if (Number(code) <= 255) {
		return undefined;
	}
	return `A program cannot exit with ${code}: exit codes go from 0 to 255.`;
}

/** Facts are escaped and filled in before the check; any letter stands for them here. */
function patternFault(pattern: string): string | undefined {
	try {
		new RegExp(pattern.replaceAll(new RegExp(fact, 'g'), 'x'));
		return undefined;
	} catch (error) {
		const reason = (error as SyntaxError).message.replace(/^.*: /, '').toLowerCase();
		return `\`/${pattern}/\` is not a regular expression of JavaScript: ${reason}.`;
	}
}

function terminalFault(name: string): string | undefined {
	return isTerminal(name) ? undefined : unknownTerminal(name);
}

function pathFault(path: string): string | undefined {
	if (!path.startsWith('/')) {
		return undefined;
	}
	return `Paths are relative to the sandbox, and \`${path}\` is not; write for example \`my-container${path}\`.`;
}

function groupFault(group: string): string | undefined {
	if (!group.startsWith('/')) {
		return undefined;
	}
	return `Groups are named without the first slash: write \`${group.slice(1)}\`.`;
}

function signalFault(name: string): string | undefined {
	if (name in constants.signals) {
		return undefined;
	}
	return `There is no signal \`${name}\`; write it as signal(7) does: \`SIGTERM\`, \`SIGINT\`, …`;
}

function capabilityFault(name: string): string | undefined {
	if (isCapability(name)) {
		return undefined;
	}
	const [likely] = mostAlike(name.toLowerCase(), capabilityNames);
	return `There is no capability \`${name}\` in capabilities(7); did you mean \`${likely}\`?`;
}

function addressFault(address: string): string | undefined {
	if (isIPv4(address)) {
		return undefined;
	}
	return `\`${address}\` is no address that can be looked for; write one of IPv4, without a mask: \`10.0.0.2\`.`;
}
