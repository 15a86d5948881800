import { expect, test } from '@jest/globals';
import { createPaint, paintLine } from '../../src/report/paint.ts';
import { layoutMarkdown, type StyledLine } from '../../src/report/markdown.ts';
import { widthOf } from '../../src/report/span.ts';

const cases: readonly { what: string; width: number; markdown: string; lines: string[] }[] = [
	{
		what: 'a paragraph is filled, whatever its own line ends',
		width: 24,
		markdown: 'A container begins\nas an ordinary directory.\n\nNothing more.',
		lines: ['A container begins as an', 'ordinary directory.', '', 'Nothing more.'],
	},
	{
		what: 'code keeps its backticks, and its punctuation stays with it',
		width: 24,
		markdown: 'Now we type `chroot my-container bash`, and (`ls`).',
		lines: ['Now we type `chroot', 'my-container bash`, and', '(`ls`).'],
	},
	{
		what: 'code that fits on a line is not broken',
		width: 30,
		markdown: 'Now we type `chroot my-container bash`.',
		lines: ['Now we type', '`chroot my-container bash`.'],
	},
	{
		what: 'a character that a terminal would obey is spelled out, though Markdown writes it by number',
		width: 60,
		markdown: 'txt.&#x202e;exe\t[a](https://x.org/&#x2066;) ![&rlm;b](c.png)',
		lines: ['txt.\\u202eexe a (https://x.org/\\u2066) \\u200fb'],
	},
	{
		what: 'a line break of the author is kept',
		width: 40,
		markdown: 'one  \ntwo',
		lines: ['one', 'two'],
	},
	{
		what: 'items hang below their marker',
		width: 20,
		markdown: '- the loader, which the kernel opens\n- libc\n  1. one\n  2. two',
		lines: ['• the loader, which', '  the kernel opens', '• libc', '  1. one', '  2. two'],
	},
	{
		what: 'items with paragraphs have air between them, and a list may start anywhere',
		width: 40,
		markdown: '3. three\n\n   more\n\n4. four',
		lines: ['3. three', '', '   more', '', '4. four'],
	},
	{
		what: 'code blocks are indented and keep their spaces',
		width: 40,
		markdown: 'So:\n\n```c\nint main() {\n\treturn 0;\n\n}\n```',
		lines: ['So:', '', '    int main() {', '        return 0;', '', '    }'],
	},
	{
		what: 'a quotation has a bar',
		width: 40,
		markdown: '> With great power\n>\n> comes more.',
		lines: ['│ With great power', '│', '│ comes more.'],
	},
	{
		what: 'an address is told unless it is the text or a neighbouring file',
		width: 80,
		markdown: '[chroot(2)](https://man7.org/2), <https://a.org>, [next](../02-ldd/lesson.md)',
		lines: ['chroot(2) (https://man7.org/2), https://a.org, next'],
	},
	{
		what: 'comments are not for the reader',
		width: 80,
		markdown: 'one\n\n<!-- two -->\n\nthree',
		lines: ['one', '', 'three'],
	},
	{
		what: 'a word that is too long is broken rather than lost',
		width: 10,
		markdown: 'ld-linux-x86-64.so.2 it is',
		lines: ['ld-linux-x', '86-64.so.2', 'it is'],
	},
	{
		what: 'wide characters count twice',
		width: 10,
		markdown: '容器是进程 容器',
		lines: ['容器是进程', '容器'],
	},
	{ what: 'nothing is nothing', width: 80, markdown: '', lines: [] },
];

test.each(cases)('$what', ({ width, markdown, lines }) => {
	expect(textOf(layoutMarkdown(markdown, width))).toEqual(lines);
});

test.each([1, 7, 20, 33])(
	'no line is wider than %i columns, or than one wide character',
	(width) => {
		for (const { markdown } of cases) {
			for (const line of layoutMarkdown(markdown, width)) {
				expect(widthOf(line)).toBeLessThanOrEqual(Math.max(width, 6));
			}
		}
	},
);

test('styles go with their words', () => {
	expect(layoutMarkdown('a **bold word** and *one* `x` [y](https://z.org)', 80)).toEqual([
		[
			{ text: 'a ', style: 'plain' },
			{ text: 'bold word', style: 'strong' },
			{ text: ' and ', style: 'plain' },
			{ text: 'one', style: 'emphasis' },
			{ text: ' ', style: 'plain' },
			{ text: '`x`', style: 'code' },
			{ text: ' ', style: 'plain' },
			{ text: 'y', style: 'link' },
			{ text: ' (', style: 'plain' },
			{ text: 'https://z.org', style: 'dim' },
			{ text: ')', style: 'plain' },
		],
	]);
});

function textOf(lines: readonly StyledLine[]): string[] {
	return lines.map((line) => paintLine(line, createPaint(false)));
}
