import type { Code, Nodes, RootContent } from 'mdast';
import { isCondition, unknownRequirement } from './condition.ts';
import { type Manuscript, type Place, report } from './manuscript.ts';
import type { Condition } from './requirement.ts';
import { placeOfNode } from './sections.ts';
import { isTerminal, unknownTerminal } from './terminal.ts';

/** A fenced block that the program reads. */
export type Block = {
	readonly kind: 'commands' | 'needs' | 'expect';
	/** Only for commands. */
	readonly terminal: string;
	readonly setup: boolean;
	readonly when: readonly Condition[];
	readonly place: Place;
	readonly lines: readonly Line[];
};

export type Line = { readonly text: string; readonly line: number };

const kinds = new Map<string | null | undefined, Block['kind']>([
	['sh', 'commands'],
	['needs', 'needs'],
	['expect', 'expect'],
]);

/** Any other fenced block is prose. */
export function isBlock(node: Nodes): node is Code {
	return node.type === 'code' && kinds.has(node.lang);
}

export function parseBlock(node: Code, manuscript: Manuscript): Block {
	const place = placeOfNode(node);
	const kind = kinds.get(node.lang) ?? 'commands';
	const words = (node.meta ?? '').split(/\s+/).filter((word) => word !== '');
	const complain = (message: string) => {
		report(manuscript, place, message);
	};
	if (!isClosed(node, manuscript))
		complain('This block is never closed; end it with a line of three backticks.');
	if (kind !== 'commands' && words.length > 0)
		complain(`Nothing follows \`${kind}\` on this line.`);
	const [terminal, ...conditions] = kind === 'commands' ? words : [''];
	if (terminal === undefined) complain(noTerminal);
	else if (kind === 'commands' && !isTerminal(terminal)) complain(unknownTerminal(terminal));
	const others = conditions.filter((word) => word !== 'setup');
	for (const word of others.filter((other) => !isCondition(other)))
		complain(unknownRequirement(word));
	return {
		kind,
		terminal: terminal ?? '',
		setup: conditions.includes('setup'),
		when: others.filter(isCondition),
		place,
		lines: toLines(node, place.line + 1),
	};
}

/** A block in a list or a quotation would be shown and never run. */
export function reportNested(nodes: readonly RootContent[], manuscript: Manuscript): void {
	for (const node of nodes.flatMap(descendants)) {
		if (isBlock(node) && (node.lang !== 'sh' || node.meta))
			report(manuscript, placeOfNode(node), nested);
	}
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

const noTerminal =
	'Say in which terminal this is typed, for example `sh host`; a block that is only shown begins with `text`.';
const nested =
	'This block stands in a list or a quotation and would never be run; let it begin at the left margin, outside of them.';
