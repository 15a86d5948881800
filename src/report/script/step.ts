import type { Lesson, Step } from '../../lesson/lesson.ts';
import { answering, asking } from './asking.ts';
import { comment, heading } from './comment.ts';
import { expecting } from './expecting.ts';
import { proving } from './proving.ts';
import { quote } from './quote.ts';
import type { Requirement } from '../../lesson/requirement.ts';
import { typing } from './typing.ts';

/**
 * Returns one step as shell, from its heading to its explanation.
 *
 * @param doubtful The requirements that a machine on which the script runs may still lack.
 */
export function writeStep(step: Step, index: number, doubtful: readonly Requirement[]): string {
	const title = `${index + 1}. ${step.title}`;
	const expected = step.expectations.map(expecting);
	const before = expected.map((one) => one.before);
	const after = expected.map((one) => one.after);
	const code = [
		...begin(
			title,
			doubtful.filter((need) => step.needs.includes(need)),
		),
		...before,
		...typing(step),
		...after,
		...step.proofs.map(proving),
	];
	const { question } = step;
	const way = step.kind === 'challenge' ? 'This is for you to do. One way to do it:' : '';
	const prose = [step.prose, question === undefined ? '' : asking(question), way];
	const explanation = [question === undefined ? '' : answering(question), step.after];
	return section(title, prose.join('\n\n'), code, explanation.join('\n\n'));
}

/** Returns the shell for what is typed before the first step. */
export function writeSetup({ setup }: Lesson): string {
	const title = 'Where we begin';
	const code = [...begin(title, []), ...typing({ commands: setup, expectations: [] })];
	return setup.length === 0 ? '' : section(title, '', code, '');
}

function begin(title: string, needs: readonly Requirement[]): readonly string[] {
	return [`step ${quote(title)}`, needs.length === 0 ? '' : `skip_without ${needs.join(' ')}`];
}

function section(title: string, prose: string, code: readonly string[], after: string): string {
	return [heading(title), comment(prose), paragraph(code), comment(after)]
		.filter((part) => part !== '')
		.join('\n\n');
}

function paragraph(lines: readonly string[]): string {
	return lines.filter((line) => line !== '').join('\n');
}
