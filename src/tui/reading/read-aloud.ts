import type { Controller } from '../controller.ts';
import { frameOf } from '../frame-of-model.ts';
import { readingSize } from '../layout.ts';
import { wrapped } from '../lines/line.ts';
import { readPage } from './page.ts';
import { createReader } from './reader.ts';

/** Writes what is new, whenever something is; every line once. */
export function readAloud(
	controller: Pick<Controller, 'model' | 'subscribe'>,
	write: (text: string) => unknown,
	columns: () => number = () => process.stdout.columns || 80,
): void {
	const read = createReader();
	const tell = () => {
		const model = controller.model();
		const lines = read(readPage(model, frameOf(model, readingSize)));
		const rows = lines.flatMap((line) => rowsOf(line, columns() - 1));
		if (rows.length > 0) {
			write(rows.map((row) => `${row.trimEnd()}\r\n`).join(''));
		}
	};
	controller.subscribe(tell);
	tell();
}

function rowsOf(line: string, width: number): string[] {
	const text = line.trimStart();
	const margin = line.slice(0, line.length - text.length);
	const rows = wrapped(text, width - margin.length, { wordWrap: true, trim: true });
	return rows.map((row) => margin + row);
}
