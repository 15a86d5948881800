import type { ExpectationKind } from './expectation.ts';
import { type Blank, blankFault, blanks } from './expectation-blanks.ts';
import { type Form, forms } from './expectation-forms.ts';
import { mostAlike } from './most-alike.ts';
import { lessonError } from './problem.ts';

/**
 * Parses one line of an ```expect block, such as `process tail -f a.txt runs`. Throws a KnownError
 * that is a sentence, without a place.
 */
export function parseExpectation(line: string): ExpectationKind {
	const sentence = line.trim();
	for (const { form, pattern } of patterns) {
		const words = pattern.exec(sentence)?.groups;
		if (words) {
			return fillIn(form, words);
		}
	}
	throw lessonError(
		`\`${sentence}\` is not a sentence that can be checked. The sentences, the nearest first:\n${list(sentence)}`,
	);
}

const patterns = forms.map((form) => ({ form, pattern: toPattern(form.form) }));

function toPattern(sentence: string): RegExp {
	const source = sentence.replaceAll(/[A-Z]{2,}/g, (word) => {
		const blank = word as Blank;
		return `(?<${blank}>${blanks[blank]})`;
	});
	return new RegExp(`^${source}$`);
}

function fillIn({ build }: Form, found: Readonly<Record<string, string>>): ExpectationKind {
	for (const [blank, word] of Object.entries(found)) {
		const fault = blankFault(blank as Blank, word);
		if (fault !== undefined) {
			throw lessonError(fault);
		}
	}
	return build(found);
}

function list(sentence: string): string {
	const sentences = forms.map(({ form }) => form);
	return mostAlike(sentence, sentences)
		.map((form) => `  ${form}`)
		.join('\n');
}
