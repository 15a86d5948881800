import { bindings } from '../keys.ts';
import type { InstallWindow } from '../windows.ts';
import type { Line } from './line.ts';
import { hanging, sections, span } from './line.ts';
import { outputLines } from './output.ts';

/** All keys with what they do. */
export function keyLines(width: number): Line[] {
	const column = Math.max(...bindings.map(({ keys }) => keys.join(' ').length)) + 3;
	return bindings.flatMap(({ keys, meaning }) => {
		const names = keys.join(' ');
		return hanging(
			[span(names, 'key'), span(' '.repeat(column - names.length))],
			meaning,
			'plain',
			width,
		);
	});
}

/** An installation: what runs, what it prints, and how it ended. */
export function installLines({ command, output, outcome }: InstallWindow, width: number): Line[] {
	return sections(
		hanging([span('# ', 'prompt')], command, 'command', width),
		outputLines(output, 0, width, true),
		outcome === 'running'
			? [[span('⋯', 'spinner'), span(' installing', 'dim')]]
			: outcome === 'installed'
				? hanging([span('✓ ', 'good')], 'Installed: open the lesson again.', 'heading', width)
				: hanging([span('✗ ', 'bad')], outcome.why, 'plain', width),
	);
}
