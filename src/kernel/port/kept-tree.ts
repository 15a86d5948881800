import type { FileStats, KernelFiles, ReadAt, ReadingProcess, System } from './kernel-files.ts';

/** What was read of a machine, as JSON holds it; `recordReads` makes one. */
export type KeptTree = {
	readonly self: ReadingProcess;
	readonly system: System;
	readonly paths: Readonly<Record<string, KeptPath>>;
};

/** Everything that was asked about one path, with the answers. */
export type KeptPath = { readonly [Question in keyof Answers]?: Answers[Question] | Refusal };

/** An answer by its question. */
export type Answers = {
	readonly text: string;
	readonly link: string;
	readonly names: readonly string[];
	readonly directories: readonly string[];
	readonly stats: FileStats;
	readonly filesystemType: number;
	/** In base64, by offset and length in bytes, as `0 64`; null for what is no regular file. */
	readonly pieces: Readonly<Record<string, string>> | null;
};

/** The errno with which the kernel refused to answer. */
type Refusal = { readonly refused: string };

/**
 * A machine of which only what was read is left.
 * @throws from its methods: the kept errno, or a sentence where the question was never asked.
 */
export function openKeptTree({ self, system, paths }: KeptTree): KernelFiles {
	function answer<Question extends keyof Answers>(question: Question, path: string) {
		const kept: Answers[Question] | Refusal | undefined = paths[path]?.[question];
		if (kept === undefined) {
			throw new Error(
				`The kept tree does not have the ${question} of ${path}, which was not read when it was kept. Keep the trees anew: \`npm run keep-trees\`.`,
			);
		}

		if (isRefusal(kept)) {
			throw Object.assign(new Error(`${kept.refused}: ${path}`), { code: kept.refused });
		}

		return kept;
	}

	return {
		self,
		system,
		readText: (path) => answer('text', path),
		readLink: (path) => answer('link', path),
		readNames: (directory) => answer('names', directory),
		readDirectories: (directory) => answer('directories', directory),
		readStats: (path) => answer('stats', path),
		readFilesystemType: (path) => answer('filesystemType', path),
		readPieces(path, parse) {
			const pieces = answer('pieces', path);
			return pieces === null ? undefined : parse(readFrom(pieces, path));
		},
	};
}

const isRefusal = (kept: Answers[keyof Answers] | Refusal): kept is Refusal =>
	typeof kept === 'object' && kept !== null && 'refused' in kept;

function readFrom(pieces: Readonly<Record<string, string>>, path: string): ReadAt {
	return (offset, length) => {
		const piece = pieces[`${offset} ${length}`];
		if (piece === undefined) {
			throw new Error(
				`The kept tree does not have the ${length} bytes at ${offset} of ${path}. Keep the trees anew: \`npm run keep-trees\`.`,
			);
		}

		return Buffer.from(piece, 'base64');
	};
}
