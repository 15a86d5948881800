import type { Console } from '../engine/words/console.ts';

/**
 * The terminal the program runs in, while Ink has let go of it. Raw: what is typed, Ctrl-C too, is
 * meant for somebody else.
 */
export function openConsole({ stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'>): Console {
	return {
		kind: process.env['TERM'] ?? 'dumb',
		size: () => ({ columns: stdout.columns, rows: stdout.rows }),
		listen(typed, resized) {
			const type = (keys: string | Buffer) => {
				typed(keys.toString());
			};
			const resize = () => {
				resized({ columns: stdout.columns, rows: stdout.rows });
			};

			stdin.on('data', type);
			stdout.on('resize', resize);
			return () => {
				stdout.off('resize', resize);
				stdin.off('data', type);
				stdout.write(usualModes);
			};
		},
		show: (output) =>
			new Promise((resolve) => {
				stdout.write(output, () => {
					resolve();
				});
			}),
	};
}

/**
 * Takes back what a program sets that is killed in the middle: the alternate screen, mouse reports,
 * bracketed paste, application keys, colours, and a hidden cursor. The new line ends a prompt.
 */
const usualModes = `${[1047, 1000, 1002, 1003, 1006, 2004, 1].map((mode) => `\u001B[?${mode}l`).join('')}\u001B>\u001B[0m\u001B[?25h\r\n`;
