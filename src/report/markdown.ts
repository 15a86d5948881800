import type { Blockquote, Code, List, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { makeVisible } from '../text/visible-text.ts';
import {
	dim,
	hang,
	indent,
	plain,
	type Span,
	type Style,
	type StyledLine,
	widthOf,
} from './span.ts';
import { wrap } from './wrap.ts';

export type { Style, StyledLine } from './span.ts';

/**
 * Returns Markdown (CommonMark) as it is read in a terminal, in lines of at most `width` columns.
 * Code keeps its backticks, so that it stays code where there are no colours.
 */
export function layoutMarkdown(markdown: string, width: number): StyledLine[] {
	return layoutBlocks(fromMarkdown(markdown).children, Math.max(width, 1));
}

function layoutBlocks(blocks: readonly RootContent[], width: number, tight = false): StyledLine[] {
	return blocks
		.map((block) => layoutBlock(block, width))
		.filter((lines) => lines.length > 0)
		.flatMap((lines, index) => (index === 0 || tight ? lines : [[], ...lines]));
}

function layoutBlock(block: RootContent, width: number): StyledLine[] {
	switch (block.type) {
		case 'paragraph':
			return wrap(inline(block.children, 'plain'), width);
		case 'heading':
			return wrap(inline(block.children, 'strong'), width);
		case 'code':
			return layoutCode(block, width);
		case 'list':
			return layoutList(block, width);
		case 'blockquote':
			return layoutQuote(block, width);
		case 'thematicBreak':
			return [[dim('─'.repeat(width))]];
		default:
			// Comments and link definitions are not for readers.
			return [];
	}
}

function layoutCode({ value }: Code, width: number): StyledLine[] {
	const lines = value.split('\n').flatMap((text): StyledLine[] => {
		const line = [{ text: text.replaceAll('\t', '    '), style: 'code' }] as const;
		return text.trim() === '' ? [[]] : cut(line, Math.max(width - 4, 1));
	});
	return indent(lines, 4);
}

/** Breaks a line that is too wide; one that fits stays as it is, with its own spaces. */
function cut(line: StyledLine, width: number): StyledLine[] {
	return widthOf(line) <= width ? [line] : wrap(line, width);
}

function layoutList({ children, ordered, start, spread }: List, width: number): StyledLine[] {
	const tight = spread !== true && children.every((item) => item.spread !== true);
	return children.flatMap((item, index) => {
		const marker = ordered === true ? `${(start ?? 1) + index}. ` : '• ';
		const lines = layoutBlocks(item.children, Math.max(width - marker.length, 1), tight);
		const hung = hang(lines, plain(marker), plain(' '.repeat(marker.length)));
		return index === 0 || tight ? hung : [[], ...hung];
	});
}

function layoutQuote({ children }: Blockquote, width: number): StyledLine[] {
	const lines = layoutBlocks(children, Math.max(width - 2, 1));
	return hang(lines, dim('│ '), dim('│ '));
}

function inline(nodes: readonly PhrasingContent[], style: Style): Span[] {
	return nodes.flatMap((node): Span[] => {
		switch (node.type) {
			case 'text':
				// Markdown can write any character by its number.
				return [{ text: makeVisible(node.value.replaceAll(/[\t\n]/g, ' ')), style }];
			case 'inlineCode':
				return [{ text: `\`${node.value}\``, style: 'code' }];
			case 'strong':
				return inline(node.children, 'strong');
			case 'emphasis':
				return inline(node.children, 'emphasis');
			case 'link':
				return [...inline(node.children, 'link'), ...address(node.url, node.children)];
			case 'linkReference':
				return inline(node.children, style);
			case 'image':
				return [{ text: makeVisible(node.alt ?? ''), style }];
			case 'break':
				return [plain('\n')];
			default:
				return [];
		}
	});
}

/**
 * Returns the address of a link, to stand after its text; nothing where it is that text, or a
 * neighbouring file, which cannot be opened from a terminal.
 */
function address(url: string, children: readonly PhrasingContent[]): Span[] {
	const [only] = children;
	const isItsText = only?.type === 'text' && only.value === url;
	return /^https?:/.test(url) && !isItsText ? [plain(' ('), dim(makeVisible(url)), plain(')')] : [];
}
