import type { Code, Nodes, RootContent } from 'mdast';
import { type Manuscript, type Place, report } from './manuscript.ts';
import { placeOfNode } from './sections.ts';
import { isTerminal } from './terminal.ts';

/** A fenced block that the program reads. */
export type Block = {
	readonly kind: 'commands' | 'needs' | 'expect' | 'hint' | 'proof';
	/** What follows the kind on its first line. */
	readonly words: readonly string[];
	readonly place: Place;
	readonly lines: readonly Line[];
};

export type Line = { readonly text: string; readonly line: number };

const kinds = new Map<unknown, Block['kind']>([
	['sh', 'commands'],
	['needs', 'needs'],
	['expect', 'expect'],
	['hint', 'hint'],
	['proof', 'proof'],
]);

/** Any other fenced block is prose. */
export function isBlock(node: Nodes): node is Code {
	return node.type === 'code' && kinds.has(node.lang);
}

export function parseBlock(node: Code, manuscript: Manuscript): Block {
	const place = placeOfNode(node);
	const kind = kinds.get(node.lang) ?? 'commands';
	const words = (node.meta ?? '').split(/\s+/).filter((word) => word !== '');
	if (!isClosed(node, manuscript)) report(manuscript, place, notClosed);
	if (kind !== 'commands' && kind !== 'proof' && words.length > 0) {
		report(manuscript, place, `Nothing may follow \`${kind}\` on this line.`);
	}
	return { kind, words, place, lines: toLines(node, place.line + 1) };
}

/** Blocks that would be shown and never run: in a list or a quotation, or of a kind that is misspelt. */
export function reportStrays(nodes: readonly RootContent[], manuscript: Manuscript): void {
	for (const node of nodes.flatMap(descendants).filter(isBlock)) {
		report(manuscript, placeOfNode(node), nested);
	}
	for (const node of nodes.filter(isMisspelt)) report(manuscript, placeOfNode(node), misspelt);
}

function isMisspelt(node: RootContent): boolean {
	if (node.type !== 'code' || kinds.has(node.lang)) return false;
	const [word = ''] = (node.meta ?? '').split(' ');
	return isTerminal(word) || /^(expect|need|hint|proo|prove)/.test(node.lang ?? '');
}

function descendants(node: Nodes): readonly Nodes[] {
	return 'children' in node ? node.children.flatMap((child) => [child, ...descendants(child)]) : [];
}

function toLines({ value }: Code, first: number): readonly Line[] {
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

/** The lines of a block that are not empty. */
export function writtenLines({ lines }: Block) {
	return lines
		.map(({ text, line }) => ({ text: text.trim(), line }))
		.filter(({ text }) => text !== '');
}
