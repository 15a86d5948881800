import { count, fileSize } from '../amounts.ts';
import type { Row } from '../difference.ts';
import type { File } from '../../words/snapshot.ts';

/** The number of rows that fit on a screen. */
const most = 12;

/** A file or a directory, with everything that appeared (or went) in it. */
type Branch = { readonly entry: File; readonly below: readonly Branch[] };

/**
 * Returns the rows for files that appeared (or went) together, 13 at most: a directory stands for
 * what is in it as long as there is no room to list that.
 */
export function foldFiles(sign: '+' | '-', files: readonly File[]): readonly Row[] {
	const shown = unfold(grow(files));
	const listed = shown.length > most ? shown.slice(0, most) : shown;
	const rows = listed.map((branch) => toRow(sign, branch));
	const rest = shown.slice(listed.length).flatMap(filesIn);
	return rest.length === 0 ? rows : [...rows, restRow(sign, rest)];
}

/** Opens the fullest directory, then the next, as long as the rows suffice. */
function unfold(roots: readonly Branch[]): readonly Branch[] {
	const fullest = roots
		.filter(({ below }) => below.length > 0 && roots.length - 1 + below.length <= most)
		.toSorted((one, other) => filesIn(other).length - filesIn(one).length)
		.at(0);
	return fullest === undefined
		? roots
		: unfold(roots.flatMap((branch) => (branch === fullest ? branch.below : [branch])));
}

/** Builds the trees of files; their roots are the entries whose directory was there before. */
function grow(files: readonly File[]): readonly Branch[] {
	const branches = new Map<string, { entry: File; below: Branch[] }>();
	const roots: Branch[] = [];
	for (const entry of files.toSorted((one, other) => compareText(one.path, other.path))) {
		const branch = { entry, below: [] };
		branches.set(entry.path, branch);
		(branches.get(parentOf(entry.path))?.below ?? roots).push(branch);
	}

	return roots;
}

function toRow(sign: '+' | '-', branch: Branch): Row {
	const { path, kind, size } = branch.entry;
	const isDirectory = kind === 'directory';
	const subject = isDirectory ? `${path}/` : path;
	if (branch.below.length > 0) {
		return { sign, subject, detail: sumOf(filesIn(branch)) };
	}

	const sizeOrEmpty = size === 0 ? 'empty' : fileSize(size);
	const detail = isDirectory ? 'empty directory' : kind === 'link' ? 'link' : sizeOrEmpty;
	return { sign, subject, detail };
}

function restRow(sign: '+' | '-', files: readonly File[]): Row {
	return { sign, subject: `… and ${files.length} more`, detail: fileSize(sizeOf(files)) };
}

function sumOf(files: readonly File[]): string {
	return `${count(files.length, 'file')}, ${fileSize(sizeOf(files))}`;
}

function sizeOf(files: readonly File[]): number {
	return files.reduce((sum, { kind, size }) => (kind === 'file' ? sum + size : sum), 0);
}

/** Returns what somebody would have to copy, in which an empty directory counts as one. */
function filesIn({ entry, below }: Branch): readonly File[] {
	return below.length === 0 ? [entry] : below.flatMap(filesIn);
}

function parentOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function compareText(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
