import { mostAlike } from './most-alike.ts';
import { lessonError } from './problem.ts';
import { terminals } from './terminal.ts';

/**
 * Something that is read from the run, written `{{…}}` in a lesson, so that the text cannot
 * contradict what is seen.
 */
export type Fact =
	| { readonly kind: 'cores' }
	/** The memory of the host. */
	| { readonly kind: 'memory' }
	| { readonly kind: 'kernel' }
	/** The number of processes on the host that are not the stage's. */
	| { readonly kind: 'other-processes' }
	/**
	 * The number of a process on the host, and that in its own PID namespace (the last of `NSpid`).
	 */
	| {
			readonly kind: 'pid' | 'inside-pid';
			readonly command: string;
			/** The terminal that it was started from; undefined where that may be any. */
			readonly terminal: string | undefined;
	  }
	/** The host's number of the innermost shell in a terminal. */
	| { readonly kind: 'shell'; readonly terminal: string }
	/** A file, a directory or a program, by its path relative to the sandbox. */
	| { readonly kind: 'size' | 'files' | 'loader'; readonly path: string }
	| { readonly kind: 'throttled' | 'memory-used' | 'killed'; readonly group: string };

/**
 * Parses the text between `{{` and `}}`, such as `pid of tail -f a.txt in host`. Throws a
 * KnownError that lists the facts there are.
 */
export function parseFact(text: string): Fact {
	const wanted = text.trim();
	for (const { pattern, build } of sentences) {
		const match = pattern.exec(wanted);
		if (match) {
			return build(match.groups?.['what'] ?? '', match.groups?.['terminal']);
		}
	}
	throw lessonError(
		`There is no fact \`{{${wanted}}}\`. The facts, the nearest first:\n${list(wanted)}`,
	);
}

/**
 * Returns every `{{…}}` of a text: what is between the braces, and the offset of the first brace
 * from 0.
 */
export function findFacts(
	text: string,
): readonly { readonly fact: string; readonly offset: number }[] {
	return Array.from(text.matchAll(braces), (match) => ({
		fact: match[1] ?? '',
		offset: match.index,
	}));
}

/**
 * Returns the text with every `{{…}}` replaced by the value of its fact. Throws a KnownError for
 * an unknown one.
 */
export function fillFacts(text: string, valueOf: (fact: Fact) => string): string {
	return text.replace(braces, (_, fact: string) => valueOf(parseFact(fact)));
}

const braces = /\{\{(.*?)\}\}(?!\})/gs;
const inTerminal = `(?: in (?<terminal>${terminals.join('|')}))?`;

type Build = (what: string, terminal: string | undefined) => Fact;

const sentences = [
	fact('cores', () => ({ kind: 'cores' })),
	fact('memory', () => ({ kind: 'memory' })),
	fact('kernel', () => ({ kind: 'kernel' })),
	fact('other processes', () => ({ kind: 'other-processes' })),
	fact('pid of COMMAND', (command, terminal) => ({ kind: 'pid', command, terminal })),
	fact('inside pid of COMMAND', (command, terminal) => ({ kind: 'inside-pid', command, terminal })),
	fact('shell of TERMINAL', (terminal) => ({ kind: 'shell', terminal })),
	fact('size of PATH', (path) => ({ kind: 'size', path })),
	fact('files in PATH', (path) => ({ kind: 'files', path })),
	fact('loader of PATH', (path) => ({ kind: 'loader', path })),
	fact('throttled of GROUP', (group) => ({ kind: 'throttled', group })),
	fact('memory used by GROUP', (group) => ({ kind: 'memory-used', group })),
	fact('killed in GROUP', (group) => ({ kind: 'killed', group })),
];

function fact(form: string, build: Build) {
	const source = form
		.replace('COMMAND', `(?<what>.+?)${inTerminal}`)
		.replace('TERMINAL', `(?<what>${terminals.join('|')})`)
		.replace('PATH', '(?<what>[^/].*)')
		.replace('GROUP', '(?<what>\\S+)');
	return { form, pattern: new RegExp(`^${source}$`, 's'), build };
}

/** All facts, as an author writes them: `pid of COMMAND [in TERMINAL]`. */
export const factForms = sentences.map(({ form }) =>
	form.replace('COMMAND', 'COMMAND [in TERMINAL]'),
);

function list(wanted: string): string {
	return mostAlike(wanted, factForms)
		.map((form) => `  {{${form}}}`)
		.join('\n');
}
