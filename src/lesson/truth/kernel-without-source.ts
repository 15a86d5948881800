import { passage } from '../lint/passages.ts';
import type { Rule } from '../lint/rule.ts';
import { placeAt } from '../manuscript.ts';
import { isSourceNamed } from './source-named.ts';

/**
 * Finds steps that say something about the kernel in general and do not name where it is written:
 * one run does not show it.
 */
export const kernelWithoutSource: Rule = ({ steps }, manuscript) =>
	steps.flatMap((step) => {
		const at = step.after.search(/\bkernel\b(?!\s+documents?\b)/);
		const whole = [step.prose, step.question?.source ?? '', step.after].join('\n\n');
		if (at === -1 || isSourceNamed(whole)) {
			return [];
		}
		const { offset } = passage(step.after, step.line, manuscript);
		return [{ place: placeAt(manuscript, offset + at), message }];
	});

const message =
	'This says something of the kernel, and the step names no source; name the page of the manual, such as pid_namespaces(7), or the kernel document.';
