import type { KeptPath, KeptTree } from '../../src/kernel/port/kept-tree.ts';

type Answered = (path: string, kept: KeptPath) => KeptPath;

/** The tree as it would have been read after everything at and below these paths was gone. */
export function withoutPaths(tree: KeptTree, ...gone: readonly string[]): KeptTree {
	return refuse(tree, 'ENOENT', gone);
}

/** The tree as it would have been read by someone who may not see what is at and below these paths. */
export function hiddenPaths(tree: KeptTree, ...hidden: readonly string[]): KeptTree {
	return refuse(tree, 'EACCES', hidden);
}

/** The tree with another text in a file. */
export function withText(tree: KeptTree, file: string, text: string): KeptTree {
	return change(tree, (path, kept) => (path === file ? { ...kept, text } : kept));
}

const questions: readonly (keyof KeptPath)[] = [
	...(['text', 'link', 'names', 'directories', 'stats', 'filesystemType', 'pieces'] as const),
];

function refuse(tree: KeptTree, refused: string, places: readonly string[]): KeptTree {
	return change(tree, (path, kept) =>
		places.some((place) => path === place || path.startsWith(`${place}/`))
			? Object.fromEntries(questions.map((question) => [question, { refused }]))
			: kept,
	);
}

function change(tree: KeptTree, answered: Answered): KeptTree {
	const paths = Object.entries(tree.paths).map(([path, kept]) => [path, answered(path, kept)]);
	return { ...tree, paths: Object.fromEntries(paths) as KeptTree['paths'] };
}
