import type { KernelFiles } from './kernel-files.ts';
import type { Answers, KeptPath, KeptTree } from './kept-tree.ts';

/** A machine that answers as the given one does and keeps what it was asked; the last answer counts. */
export function recordReads(files: KernelFiles): {
	readonly files: KernelFiles;
	readonly kept: () => KeptTree;
} {
	const paths = new Map<string, KeptPath>();
	const keep = (path: string, answers: KeptPath) =>
		paths.set(path, { ...paths.get(path), ...answers });

	function ask<Question extends keyof Answers>(
		question: Question,
		path: string,
		read: () => Answers[Question],
	): Answers[Question] {
		try {
			const answer = read();
			keep(path, { [question]: answer });
			return answer;
		} catch (error) {
			keep(path, { [question]: { refused: codeOf(error) } });
			throw error;
		}
	}

	const recording: KernelFiles = {
		self: files.self,
		system: files.system,
		readText: (path) => ask('text', path, () => files.readText(path)),
		readLink: (path) => ask('link', path, () => files.readLink(path)),
		readNames: (directory) => ask('names', directory, () => files.readNames(directory)),
		readDirectories: (directory) =>
			ask('directories', directory, () => files.readDirectories(directory)),
		readStats: (path) => ask('stats', path, () => files.readStats(path)),
		readFilesystemType: (path) => ask('filesystemType', path, () => files.readFilesystemType(path)),
		readPieces(path, parse) {
			const pieces: Record<string, string> = {};
			let isFile = false;
			let value: ReturnType<typeof parse> | undefined;
			ask('pieces', path, () => {
				value = files.readPieces(path, (read) => {
					isFile = true;
					return parse((offset, length) => {
						const bytes = read(offset, length);
						pieces[`${offset} ${length}`] = bytes.toString('base64');
						return bytes;
					});
				});
				return isFile ? pieces : null;
			});
			return value;
		},
	};
	// Nothing of the environment is anybody's business.
	const self = { ...files.self, environment: {} };
	const { kernel, architecture, memory, processors } = files.system;
	const system = { kernel, architecture, memory, processors };
	return { files: recording, kept: () => ({ self, system, paths: sorted(paths) }) };
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : 'EIO';
}

function sorted(paths: ReadonlyMap<string, KeptPath>): Record<string, KeptPath> {
	return Object.fromEntries([...paths].sort(([one], [other]) => (one < other ? -1 : 1)));
}
