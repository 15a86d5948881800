import { expect, test } from '@jest/globals';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { LessonEvent } from '../../src/engine/words/event.ts';
import { codeBlock, codeSpan, escapeSentence } from '../../src/report/escape-markdown.ts';
import { createMarkdownTranscript } from '../../src/report/markdown-transcript.ts';
import { run } from './fixtures/run.ts';

const on = {
	distribution: 'Debian <12>',
	kernel: '6.1.0',
	cgroup: 'v2',
	uid: 0,
	date: '2026-11-25T10:00:00Z',
};
const told = (events: readonly LessonEvent[]) => events.map(createMarkdownTranscript(on)).join('');

test('a run is told with what was typed, what came back, and what it changed', () => {
	const page = told(run);
	expect(page).toContain(
		'# 1. A root of its own\n\n*Debian \\<12\\>, kernel 6.1.0, cgroup v2, as root',
	);
	expect(page).toContain('```sh\nhost# mkdir -p my-container-2/bin\n```');
	expect(page).toContain(
		[
			'```console',
			'host  sandbox# mkdir my-container',
			'host  sandbox# chroot my-container bash',
			'chroot: failed to run command ‘bash’: No such file or directory',
			'(exit 127)',
			'```',
		].join('\n'),
	);
	expect(page).toMatch(/```diff\n@@ files @@\n\+ my-container\//);
	expect(page).toContain('- ✓ `exit 127 from chroot`');
	expect(page).toContain('(and 12 more lines)');
	expect(page).toContain('- ✗ `group container-group gets 1 core`, seen: there is no group');
	expect(page).toContain('**✗ This step failed.**');
	expect(page).toContain('**Skipped.** An ordinary user cannot have limits');
	expect(page).toMatch(/\n---\n\n\*\*2 steps passed, 1 failed, 1 skipped\.\*\*\n\n$/);
});

test('a prediction stands beside what was so, and is counted', () => {
	const question = {
		text: 'What will happen?',
		answers: [
			{ text: 'Nothing.', isRight: false, reply: 'Look again.' },
			{ text: '*All* of it.', isRight: true, reply: undefined },
		],
	};
	const asked = (answer: number) =>
		told(
			run.flatMap((event): LessonEvent[] =>
				event.kind === 'step-started' && event.index === 0
					? [
							{ ...event, question },
							{ kind: 'predicted', answer },
						]
					: [event],
			),
		);
	expect(asked(0)).toContain('- a: Nothing. **← you said**\n- b: *All* of it.\n');
	expect(asked(0)).toContain(
		'> You said **a**: Nothing.\n>\n> It was **b**: *All* of it.\n>\n> Look again.',
	);
	expect(asked(0)).toContain('Of 1 predictions 0 came true.');
	expect(asked(1)).toContain('> You said **b**: *All* of it. And so it was.');
	expect(told(run)).not.toContain('predictions');
});

test.each(['a ``` fence\n```\nin it', '````', 'plain', '# <b>title</b>\n> *quote*'])(
	'output stays output: %j',
	(output) => {
		const { children } = fromMarkdown(codeBlock('console', output));
		expect(children).toMatchObject([{ type: 'code', lang: 'console', value: output }]);
	},
);

test.each(['`ls`', 'a `` b', '`', 'exit 127', 'output contains *x* <y>'])(
	'code in a line stays code: %j',
	(text) => {
		const { children } = fromMarkdown(codeSpan(text));
		expect(children).toMatchObject([{ children: [{ type: 'inlineCode', value: text }] }]);
	},
);

test('a sentence keeps its code, and nothing else in it is Markdown', () => {
	const { children } = fromMarkdown(escapeSentence('`a*b*` said <b>*no*</b>_x_'));
	expect(children).toMatchObject([
		{
			children: [
				{ type: 'inlineCode', value: 'a*b*' },
				{ type: 'text', value: ' said <b>*no*</b>_x_' },
			],
		},
	]);
});
