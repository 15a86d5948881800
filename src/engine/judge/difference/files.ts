import { count, fileSize } from '../amounts.ts';
import type { Row, Section } from '../difference.ts';
import type { File, Snapshot } from '../../words/snapshot.ts';
import { changes } from './changes.ts';
import { foldFiles } from './fold-files.ts';

/** Compares the files below the sandbox in two looks, by kind and size. */
export function compareFiles(before: Snapshot, after: Snapshot): Section {
	const { appeared, went, stayed } = changes(before.files, after.files, ({ path }) => path);
	const changed = stayed.filter(([was, is]) => was.kind !== is.kind || was.size !== is.size);
	const same = stayed.filter((pair) => !changed.includes(pair)).map(([, is]) => is);
	return {
		name: 'files',
		rows: [...foldFiles('+', appeared), ...foldFiles('-', went), ...changed.map(changedRow)],
		unchanged: same.length === 0 ? '' : countOf(same),
	};
}

function changedRow([was, is]: readonly [File, File]): Row {
	const detail =
		was.kind === is.kind
			? `${fileSize(is.size)} (was ${fileSize(was.size)})`
			: `a ${is.kind} (was a ${was.kind})`;
	return { sign: '~', subject: is.path, detail };
}

function countOf(files: readonly File[]): string {
	const directories = files.filter(({ kind }) => kind === 'directory').length;
	const parts = [
		directories === 0 ? '' : count(directories, 'directory', 'directories'),
		files.length === directories ? '' : count(files.length - directories, 'file'),
	];
	return parts.filter((part) => part !== '').join(', ');
}
