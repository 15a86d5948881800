import { expect, test } from '@jest/globals';
import { execaSync } from 'execa';
import type { WaysToLinux } from '../../src/without-linux/ways-to-linux.ts';
import { layoutOffers } from '../../src/without-linux/page.ts';
import { widthOf } from '../../src/report/span.ts';

const ways: WaysToLinux = {
	ready: [
		{ title: 'Docker, in a container', command: ['docker', 'run', 'a', 'bash', '-c', 'b; c --d'] },
		{ title: 'The Linux system “default” in Lima', command: ['limactl', 'x'.repeat(80)] },
	],
	advice: [
		{
			text: 'Podman is installed, but does not run. This starts it:',
			command: ['podman', 'start'],
		},
	],
};

test('each offer has its number, and its command can be copied as it is', () => {
	expect(textOf(layoutOffers(ways, { width: 60, withKeys: true, withBackslashes: true }))).toBe(
		`
1  Docker, in a container:
   docker run a bash -c "b; c --d"

2  The Linux system “default” in Lima:
   limactl ${'x'.repeat(80)}

Podman is installed, but does not run. This starts it:
   podman start

w  Watch the recorded walkthrough. Nothing runs; it shows
   what ran on a Linux machine.

1 2 run   w watch   r look again   q quit`.slice(1),
	);
});

test.each([60, 41, 30])(
	'a shell reads a command that is broken at %i columns as it is',
	(width) => {
		const command = [
			'printf',
			'<%s>',
			'--first=1',
			'second',
			'bash',
			'-c',
			'a b; c --d; e --f=g; h',
		];
		const lines = layoutOffers(
			{ ready: [{ title: 'It', command }], advice: [] },
			{ width, withKeys: false, withBackslashes: true },
		).slice(1, -1);
		expect(lines.length).toBeGreaterThan(1);
		for (const line of lines) {
			expect(widthOf(line)).toBeLessThanOrEqual(width);
		}
		const { stdout } = execaSync('sh', ['-c', textOf(lines)]);
		expect(stdout.replaceAll(/ +/g, ' ')).toBe(
			'<--first=1><second><bash><-c><a b; c --d; e --f=g; h>',
		);
	},
);

test('without a keyboard there are no keys', () => {
	expect(textOf(layoutOffers(ways, { width: 60, withKeys: false, withBackslashes: false }))).toBe(
		`
Docker, in a container:
   docker run a bash -c "b; c --d"

The Linux system “default” in Lima:
   limactl ${'x'.repeat(80)}

Podman is installed, but does not run. This starts it:
   podman start
`.slice(1),
	);
});

test('where nothing can be run there are no numbers', () => {
	const nothing = { ready: [], advice: [{ text: 'Nothing.' }] };
	const lines = layoutOffers(nothing, { width: 60, withKeys: true, withBackslashes: true });
	expect(textOf(lines)).toMatch(/^Nothing\.\n\nw .*\n\nw watch {3}r look again {3}q quit$/s);
});

function textOf(lines: ReturnType<typeof layoutOffers>): string {
	return lines
		.map((line) =>
			line
				.map(({ text }) => text)
				.join('')
				.trimEnd(),
		)
		.join('\n');
}
