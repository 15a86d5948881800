import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import { possibleLane } from '../helpers/lanes.ts';
import { openTerminal } from '../helpers/open-terminal.ts';
import { inOuterNetwork } from '../helpers/outer-network.ts';
import { cached } from './cache.ts';
import { cameThrough } from './claims.ts';

/** The newest of each, from the packages that npm has of Node.js itself. */
const versions = ['22', '24', '26'];

const [, [entry = '']] = possibleLane().command();
const options = { reject: false, stdin: 'ignore', cwd: '/' } as const;

for (const version of versions) {
	test(`with Node.js ${version} the program does what it does with ours`, async () => {
		const node = await installed(version);
		const told = await execa(node, [entry, 'run', '--json'], options);
		const { stdout: output, stderr: complaints, exitCode = -1 } = told;
		const performed = { output, complaints, exitCode, left: [] };
		const result = await cameThrough(performed, `this-node-${version}`);
		expect(result.on.node.split('.')[0]).toBe(version);
		for (const words of [['--version'], ['--help'], ['list'], ['doctor', '--json'], ['check']]) {
			const { stdout, stderr, exitCode } = await execa(node, [entry, ...words], options);
			// A warning that something is deprecated would stand there.
			expect({ words, stderr, exitCode }).toEqual({ words, stderr: '', exitCode: 0 });
			expect(stdout).not.toBe('');
		}
	}, 900_000);

	test(`with Node.js ${version} the walkthrough opens and quits`, async () => {
		const node = await installed(version);
		const state = mkdtempSync(join(tmpdir(), 'node-versions-test-'));
		const terminal = openTerminal(node, [entry, '--no-motion'], {
			environment: { XDG_STATE_HOME: state },
		});
		await terminal.waitFor(/0 of \d+ lessons finished/);
		terminal.press('q');
		await expect(terminal.exit).resolves.toBe(0);
		rmSync(state, { recursive: true });
	}, 300_000);
}

async function installed(version: string): Promise<string> {
	const name = `node-${process.platform}-${process.arch}`;
	const directory = await cached(name, `${name} ${version}`, async (below) => {
		const place = join(below, name);
		await execa('env', [
			...inOuterNetwork,
			...['npm', 'install', '--prefix', place, '--no-save', '--no-audit', '--no-fund'],
			`${name}@${version}`,
		]);
	});
	return join(directory, 'node_modules', name, 'bin', 'node');
}
