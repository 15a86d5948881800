import type { Step } from '../lesson.ts';
import { passage } from '../lint/passages.ts';
import type { Rule } from '../lint/rule.ts';
import { placeAt } from '../manuscript.ts';
import { isSourceNamed } from './source-named.ts';

/** A number or a path in an explanation was typed, expected or read in that step, or its paragraph names a source. */
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

/** In code: numbers, and paths below `/`. */
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

/** `/proc/{{pid of sleep 9}}/root` is a `/proc/PID/root`; what stands for the rest of a path is left out. */
function unified(text: string): string {
	return text.replaceAll(/\{\{.*?\}\}|\b[PT]ID\b|\$\$|\bself\b/gs, '*').replaceAll(/\/?…/g, '');
}

function message(value: string): string {
	return `Nothing in this step carries \`${value}\`; type, expect or prove it, or name a source in the same paragraph, such as proc(5).`;
}
