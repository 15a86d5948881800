import type { Code, Nodes, RootContent } from 'mdast';
import { type Manuscript, type SourcePosition, report } from './manuscript.ts';
import { placeOfNode } from './sections.ts';
import { isTerminal } from './terminal.ts';

/**
 * A fenced block that the program reads.
 *
 * @example
 *     ```sh host limits
 *     mkdir my-container
 *     ```
 */
export type Block = {
	readonly kind: 'commands' | 'needs' | 'expect' | 'hint' | 'proof';
	/** The words after the kind on its first line. */
	readonly words: readonly string[];
	readonly place: SourcePosition;
	readonly lines: readonly BlockLine[];
};

/** A line of a block, and its number in `lesson.md`, from 1. */
export type BlockLine = { readonly text: string; readonly line: number };

const kinds = new Map<unknown, Block['kind']>([
	['sh', 'commands'],
	['needs', 'needs'],
	['expect', 'expect'],
	['hint', 'hint'],
	['proof', 'proof'],
]);

/** Whether the program reads this fenced block; any other is prose. */
export function isBlock(node: Nodes): node is Code {
	return node.type === 'code' && kinds.has(node.lang);
}

/** Parses a fenced block that `isBlock` accepts. Reports one that is never closed. */
export function parseBlock(node: Code, manuscript: Manuscript): Block {
	const place = placeOfNode(node);
	const kind = kinds.get(node.lang) ?? 'commands';
	const words = (node.meta ?? '').split(/\s+/).filter((word) => word !== '');
	if (!isClosed(node, manuscript)) {
		report(manuscript, place, notClosed);
	}
	if (kind !== 'commands' && kind !== 'proof' && words.length > 0) {
		report(manuscript, place, `Nothing may follow \`${kind}\` on this line.`);
	}
	return { kind, words, place, lines: toLines(node, place.line + 1) };
}

/**
 * Reports blocks that would be shown and never run: those in a list or a quotation, and those whose
 * kind is misspelt.
 */
export function reportStrays(nodes: readonly RootContent[], manuscript: Manuscript): void {
	for (const node of nodes.flatMap(descendants).filter(isBlock)) {
		report(manuscript, placeOfNode(node), nested);
	}
	for (const node of nodes.filter(isMisspelt)) {
		report(manuscript, placeOfNode(node), misspelt);
	}
}

function isMisspelt(node: RootContent): boolean {
	if (node.type !== 'code' || kinds.has(node.lang)) {
		return false;
	}
	const [word = ''] = (node.meta ?? '').split(' ');
	return isTerminal(word) || /^(expect|need|hint|proo|prove)/.test(node.lang ?? '');
}

function descendants(node: Nodes): readonly Nodes[] {
	return 'children' in node ? node.children.flatMap((child) => [child, ...descendants(child)]) : [];
}

function toLines({ value }: Code, first: number): readonly BlockLine[] {
	return value.split('\n').map((text, index) => ({ text, line: first + index }));
}

function isClosed({ position }: Code, { text }: Manuscript): boolean {
	const source = text.slice(position?.start.offset, position?.end.offset);
	return /\n[ \t]*(`{3,}|~{3,})[ \t]*$/.test(source);
}

const notClosed = 'This block is never closed; end it with a line of three backticks.';
const nested =
	'This block stands in a list or a quotation, where it is never run; let it begin at the left margin, outside of them.';
const misspelt =
	'This block would only be shown; commands are in a block `sh host`, and the others are `needs`, `expect`, `hint` and `proof`.';

/** Returns the lines of a block that are not empty, without the blanks around them. */
export function writtenLines({ lines }: Block) {
	return lines
		.map(({ text, line }) => ({ text: text.trim(), line }))
		.filter(({ text }) => text !== '');
}
