import { passage } from '../lint/passages.ts';
import type { Rule } from '../lint/rule.ts';
import { placeAt } from '../manuscript.ts';
import { isSourceNamed } from './source-named.ts';

/** What is said of the kernel in general is not seen in one run: the step says where it is written. */
export const kernelWithoutSource: Rule = ({ steps }, manuscript) =>
	steps.flatMap((step) => {
		const at = step.after.search(/\bkernel\b(?!\s+documents?\b)/);
		const whole = [step.prose, step.question?.source ?? '', step.after].join('\n\n');
		if (at === -1 || isSourceNamed(whole)) return [];
		const { offset } = passage(step.after, step.line, manuscript);
		return [{ place: placeAt(manuscript, offset + at), message }];
	});

const message =
	'This says something of the kernel, and the step names no source; name the page of the manual, such as pid_namespaces(7), or the kernel document.';
