import type { Step } from '../lesson.ts';
import { passage } from '../lint/passages.ts';
import type { Rule } from '../lint/rule.ts';
import { placeAt } from '../manuscript.ts';
import { isSourceNamed } from './source-named.ts';

/**
 * Finds numbers and paths in explanations that were neither typed nor expected nor read in that
 * step, and whose paragraph names no source.
 */
export const uncarriedValues: Rule = ({ steps }, manuscript) =>
	steps.flatMap((step) => {
		const known = knownIn(step);
		return step.after
			.split(/\n\s*\n/)
			.filter((paragraph) => !isSourceNamed(paragraph))
			.flatMap((paragraph) => {
				const { offset } = passage(paragraph, step.line, manuscript);
				return valuesIn(paragraph)
					.filter(({ value }) => !known.includes(unified(value)))
					.map(({ value, at }) => ({
						place: placeAt(manuscript, offset + at),
						message: message(value),
					}));
			});
	});

/** Returns the numbers in the code of a paragraph, and the paths below `/`. */
function valuesIn(paragraph: string) {
	return Array.from(
		paragraph.matchAll(/`(-?\d+|\/[^\s`.][^\s`]*)`/g),
		({ 1: value = '', index }) => ({
			value,
			at: index,
		}),
	);
}

function knownIn({ commands, expectations, proofs, prose, question }: Step): string {
	const texts = [...commands, ...expectations, ...proofs].map(({ text }) => text);
	return unified([...texts, prose, question?.source ?? ''].join('\n'));
}

/**
 * Returns a text with one spelling for what stands for a number: `/proc/{{pid of sleep 9}}/root` is the
 * same as `/proc/PID/root`. An ellipsis for the rest of a path is left out.
 */
function unified(text: string): string {
	return text.replaceAll(/\{\{.*?\}\}|\b[PT]ID\b|\$\$|\bself\b/gs, '*').replaceAll(/\/?…/g, '');
}

function message(value: string): string {
	return `Nothing in this step carries \`${value}\`; type, expect or prove it, or name a source in the same paragraph, such as proc(5).`;
}
