import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { placeAt } from '../manuscript.ts';
import { introPassage, type Passage, prosePassages } from './passages.ts';
import type { Rule } from './rule.ts';

/**
 * Finds numbers about this machine in prose. They must come from the run: written down, they would
 * contradict the screen.
 */
export const proseNumbers: Rule = (lesson, manuscript) => {
	const parts = [
		{ prose: [introPassage(lesson, manuscript)], typed: lesson.setup },
		...lesson.steps.map((step) => ({
			prose: prosePassages(step, manuscript),
			typed: [...step.commands, ...step.expectations],
		})),
	];
	return parts.flatMap(({ prose, typed }) => {
		const read = prose.map(readPassage);
		const known = knownNumbers([
			...typed.map(({ text }) => text),
			...read.flatMap(({ code }) => code),
		]);
		return read
			.flatMap(({ words }) => words)
			.flatMap(({ text, offset }) =>
				numbersIn(text, standingAlone).map((number) => ({ ...number, at: offset + number.at })),
			)
			.filter(({ value }) => !known.has(value))
			.map(({ value, at }) => ({ place: placeAt(manuscript, at), message: message(value) }));
	});
};

/** Returns the words in a passage of Markdown, and the code in it. */
function readPassage({ text, offset }: Passage) {
	const markdown = withoutFacts(text);
	const nodes = leaves(fromMarkdown(markdown));
	return {
		words: nodes
			.filter(({ type }) => type === 'text')
			.map(({ position }): Passage => {
				const start = position?.start.offset ?? 0;
				return { text: markdown.slice(start, position?.end.offset), offset: offset + start };
			}),
		code: nodes.flatMap((node) =>
			node.type === 'inlineCode' || node.type === 'code' ? [node.value] : [],
		),
	};
}

function knownNumbers(texts: readonly string[]): ReadonlySet<string> {
	return new Set(texts.flatMap((text) => numbersIn(text, anywhere)).map(({ value }) => value));
}

function leaves(node: Nodes): readonly Nodes[] {
	return 'children' in node ? node.children.flatMap(leaves) : [node];
}

/** Replaces the facts in a text by as many letters, so that the offsets in it stay. */
function withoutFacts(text: string): string {
	return text.replaceAll(/\{\{.*?\}\}/gs, (fact) => 'x'.repeat(fact.length));
}

const anywhere = /\d[\d.,]*/g;
/** Matches numbers that are not part of a name, such as `x86_64` or `UTF-16`. */
const standingAlone = /(?<![\p{Letter}\p{Number}_.]|\p{Letter}-)\d[\d.,]*/gu;

/** Returns the numbers of two digits or more, without their separators: 1000 for `1,000`. */
function numbersIn(text: string, pattern: RegExp) {
	return Array.from(text.matchAll(pattern), ({ 0: written, index }) => ({
		value: written.replace(/[.,]+$/, '').replaceAll(',', ''),
		at: index,
	})).filter(({ value }) => value.replaceAll(/\D/g, '').length >= 2);
}

function message(number: string): string {
	return `The number ${number} is neither typed nor expected in this part; if it is about the learner's machine write a fact such as \`{{cores}}\`, if it is true everywhere put it in backticks.`;
}
