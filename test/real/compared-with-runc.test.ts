import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import { fileURLToPath } from 'node:url';
import { idle, unexplained } from '../../scripts/compare/complaints.ts';
import { rowsOf } from '../../scripts/compare/table.ts';
import { isInstalled } from '../../scripts/test/install-packages.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { root } from '../helpers/lanes.ts';

const script = fileURLToPath(new URL('../../scripts/run.js', import.meta.url));

(root.possible && isInstalled('runc') ? test : test.skip)(
	'the document compares our container with the one of runc that runs here',
	async () => {
		const before = takeInventory();
		const { stdout, stderr, exitCode } = await execa('node', [script, 'compare', '--check'], {
			reject: false,
		});
		expect(stderr).toBe('');
		expect(stdout).toMatch(
			/^docs\/compared-with-runc\.md: \d+ properties compared, \d+ differ\.$/m,
		);
		expect(exitCode).toBe(0);
		expect(await leftSince(before, 5000)).toEqual([]);
	},
);

type Cells = Readonly<Record<string, string>>;
const columns: [Cells, Cells, Cells, Cells] = [
	{ name: 'ours', mount: 'tmpfs' },
	{ name: 'runc', mount: 'tmpfs' },
	{ name: 'ours', mount: 'tmpfs' },
	{ name: 'runc', mount: 'none' },
];

test('a difference without a reason is one too many, also where only a user has it', () => {
	expect(unexplained(rowsOf(columns, { name: 'It is a name.' }))).toEqual([
		'mount has no reason in scripts/compare/why.ts: tmpfs | tmpfs | tmpfs | none',
	]);
});

test('a reason for what does not differ is one too many', () => {
	const reasons = { name: 'It is a name.', mount: 'Why not.', user: 'It was so once.' };
	const rows = rowsOf(columns, reasons);
	expect(unexplained(rows)).toEqual([]);
	expect(idle(rows, reasons)).toEqual([
		'scripts/compare/why.ts has a reason for user, which does not differ.',
	]);
});
