import type { Expectation } from '../expectation.ts';
import type { Step } from '../lesson.ts';
import type { Rule } from '../lint/rule.ts';
import { isSourceNamed } from './source-named.ts';

/** Finds steps that explain what was seen, and have nothing that the explanation rests on. */
export const unproved: Rule = ({ steps }) =>
	steps.filter(explains).flatMap((step) => {
		const { proofs, expectations, after } = step;
		if (proofs.length > 0 || expectations.some(saysSomething) || isSourceNamed(after)) {
			return [];
		}
		return [{ place: { line: step.line, column: 1 }, message: message(step) }];
	});

const explains = ({ commands, after }: Step) => commands.length > 0 && after !== '';

/**
 * Whether an expectation carries an explanation: one about the kernel, a failure, or a fact of this
 * run does; that some word was printed says little.
 */
function saysSomething(expected: Expectation): boolean {
	if (expected.kind === 'exit') {
		return expected.code !== 0;
	}
	return expected.kind !== 'output' || expected.text.includes('{{');
}

function message({ title }: Step): string {
	return `Nothing carries what “${title}” explains; add a \`proof\`, an expectation about files, processes, mounts or groups, or name a source such as chroot(2).`;
}
