import type { Difference } from '../engine/judge/difference.ts';
import type { TypedLine } from '../engine/words/event.ts';
import type { CommandState, StepState } from '../engine/run/state.ts';
import type { Question } from '../lesson/question.ts';
import { codeBlock, codeSpan, escapeMarkdown, escapeSentence } from './escape-markdown.ts';
import { storyOfCalls } from './markdown-calls.ts';
import { describeOrigin, recordedHeading } from './origin.ts';
import { promptOf } from './prompt.ts';
import { letterOf } from './question.ts';

/** Returns a step that has ended, as paragraphs of Markdown. */
export function storyOf(step: StepState | undefined): readonly string[] {
	if (step === undefined) {
		return [];
	}
	const { started } = step;
	return [`## ${started.index + 1}. ${escapeMarkdown(started.title)}`, ...tellingOf(step)];
}

function tellingOf(step: StepState): readonly string[] {
	const { started, phase, missing, recorded, commands, difference } = step;
	if (phase === 'skipped') {
		const reasons = missing.map(({ cause, fix }) => `${sentence(cause)} ${sentence(fix)}`);
		return recorded === undefined
			? [started.prose, `**Skipped.** ${reasons.join(' ')}`, block(typedLines(started.commands))]
			: [
					`**Skipped.** ${reasons.join(' ')}`,
					`**${recordedHeading}:** ${escapeMarkdown(describeOrigin(recorded.on))}`,
					...tellingOf(recorded.step),
				];
	}

	return [
		started.prose,
		...(started.question ? [questionOf(started.question, step.prediction)] : []),
		...triesOf(step),
		block(commands.map(typingOf).join('')),
		changesOf(difference ?? []),
		checksOf(step),
		proofsOf(step),
		...(started.question ? [verdictOf(started.question, step.prediction)] : []),
		phase === 'failed' ? `**✗ This step failed.** ${sentence(step.why ?? '')}` : '',
		step.explanation ?? '',
		...(step.trace ? storyOfCalls(step.trace) : []),
	];
}

/** Returns how many predictions were right; empty where none was made. */
export function foretold(steps: readonly StepState[]): string {
	const said = steps.flatMap(({ started, prediction }) =>
		prediction === undefined ? [] : [started.question?.answers[prediction]?.isRight === true],
	);
	const right = said.filter(Boolean).length;
	return said.length === 0 ? '' : `Of ${said.length} predictions ${right} came true.`;
}

/** Returns lines that are typed as a block of Markdown. */
export function typedLines(lines: readonly TypedLine[]): string {
	return lines.map(({ terminal, text }) => `${terminal}# ${text}\n`).join('');
}

function questionOf({ text, answers }: Question, said: number | undefined): string {
	const items = answers.map(({ text: answer }, index) => {
		const mark = index === said ? ' **← you said**' : '';
		return `- ${letterOf(index)}: ${inList(answer)}${mark}`;
	});
	return `${text.trim()}\n\n${items.join('\n')}`;
}

function verdictOf({ answers }: Question, said: number | undefined): string {
	const right = answers.findIndex(({ isRight }) => isRight);
	const name = (index: number) => `**${letterOf(index)}**: ${inList(answers[index]?.text ?? '')}`;
	if (said === undefined) {
		return quoted(`It was ${name(right)}`);
	}
	if (said === right) {
		return quoted(`You said ${name(said)} And so it was.`);
	}
	return quoted(
		[`You said ${name(said)}`, `It was ${name(right)}`, answers[said]?.reply ?? ''].join('\n\n'),
	);
}

function triesOf({ tried }: StepState): readonly string[] {
	return tried === undefined
		? []
		: [
				`**Not yet** (attempt ${tried.count}). ${sentence(tried.why ?? '')}`,
				block(tried.commands.map(typingOf).join('')),
				tried.checks
					.filter(({ held }) => !held)
					.map(checkOf)
					.join('\n'),
			];
}

/** Returns a command with its output, as they stood in the terminal. */
function typingOf({ started, output, exited }: CommandState): string {
	const { terminal, directory, text } = started;
	const typed = `${terminal}  ${promptOf(directory)}${text}\n`;
	const printed = output === '' || output.endsWith('\n') ? output : `${output}\n`;
	const { dropped = 0, exit = 0, shell = 'same' } = exited ?? {};
	return [
		typed,
		printed,
		dropped > 0 ? `(and ${dropped} more lines)\n` : '',
		shell !== 'entered' && exit !== 0 ? `(exit ${exit})\n` : '',
	].join('');
}

function changesOf(difference: Difference): string {
	const changed = difference.filter(({ rows }) => rows.length > 0);
	const lines = changed.flatMap(({ name, rows }) => [
		`@@ ${name} @@`,
		...rows.map(({ sign, subject, detail }) => `${sign} ${subject}${detail && `  (${detail})`}`),
	]);
	return lines.length === 0 ? '' : `Before and after:\n\n${codeBlock('diff', lines.join('\n'))}`;
}

function checksOf({ checks }: StepState): string {
	return checks.map(checkOf).join('\n');
}

/** Returns what the kernel itself said. */
function proofsOf({ proofs }: StepState): string {
	return proofs.map(({ path, text }) => block(`# ${path}\n${text}\n`)).join('\n\n');
}

function checkOf(check: { expectation: string; seen: string; held: boolean }): string {
	const { expectation, seen, held } = check;
	return held
		? `- ✓ ${codeSpan(expectation)}`
		: `- ✗ ${codeSpan(expectation)}, seen: ${sentence(seen)}`;
}

const block = (lines: string) => (lines === '' ? '' : codeBlock('console', lines));
const sentence = (text: string) => escapeSentence(text.trim());
const inList = (markdown: string) => markdown.trim().replaceAll(/\s*\n\s*/g, ' ');

function quoted(markdown: string): string {
	return markdown
		.trim()
		.split('\n')
		.map((line) => `> ${line}`.trimEnd())
		.join('\n');
}
