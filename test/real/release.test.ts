import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import { tryPackage } from '../../scripts/release/try-package.ts';
import { linesOf, readWorkflow } from '../helpers/workflows.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

test('what the release does before it publishes makes a tarball that runs, and its notes', async () => {
	const temporary = mkdtempSync('/tmp/cuth-release-test-');
	try {
		const { stdout, exitCode } = await release(`v${version}`, temporary);
		expect(stdout).toMatch(/^containers-under-the-hood [\d.]+ is packed, and runs: /);
		expect(exitCode).toBe(0);
		const made = readdirSync(join(temporary, 'release')).sort();
		expect(made).toEqual([`containers-under-the-hood-${version}.tgz`, 'notes.md']);
		const notes = readFileSync(join(temporary, 'release', 'notes.md'), 'utf8');
		expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(notes);
		expect(notes).toMatch(/\S/);
	} finally {
		rmSync(temporary, { recursive: true });
	}
}, 120_000);

test('a tag that is of no version stops the release before anything is packed', async () => {
	const temporary = mkdtempSync('/tmp/cuth-release-test-');
	try {
		const { stderr, exitCode } = await release('v0.0.0', temporary);
		expect(stderr).toMatch(/^The tag is v0\.0\.0, and package\.json has version /);
		expect(exitCode).toBe(1);
		expect(existsSync(join(temporary, 'release'))).toBe(false);
	} finally {
		rmSync(temporary, { recursive: true });
	}
});

test('a package that lacks something, or does not run, is not released', async () => {
	const temporary = mkdtempSync('/tmp/cuth-release-test-');
	try {
		const manifest = { name: 'song', version: '1.2.3', bin: { song: 'song.js' } };
		writeFileSync(join(temporary, 'package.json'), JSON.stringify(manifest));
		writeFileSync(join(temporary, 'song.js'), "#!/usr/bin/env node\nconsole.log('1.2.2');\n");
		writeFileSync(join(temporary, 'README.md'), 'A song.\n');
		await execa('npm', ['pack'], { cwd: temporary });
		const empty = join(temporary, 'empty');
		mkdirSync(empty);
		expect(tryPackage(join(temporary, 'song-1.2.3.tgz'), empty, manifest)).toEqual([
			expect.stringMatching(/^The package has no LICENSE; /),
			expect.stringMatching(/^The package has no THIRD_PARTY_NOTICES; /),
			expect.stringMatching(/^The package has no dist\/entry\.js; /),
			expect.stringMatching(/^The package has no dist\/guard\.js; /),
			'`song --version` exits with 0, and says: 1.2.2\n',
			'`song list --plain` exits with 0, and says: 1.2.2\n',
		]);
	} finally {
		rmSync(temporary, { recursive: true });
	}
}, 60_000);

/** Runs the very line of the workflow, after those that the set-up of the tests has done in its own way. */
async function release(tag: string, temporary: string) {
	const { pack } = readWorkflow('release.yml').jobs;
	const lines = pack ? linesOf(pack) : [];
	expect(lines.slice(0, 2)).toEqual(['npm ci --loglevel=error', 'npm run build']);
	const line = lines[2] ?? '';
	expect(line).toContain('scripts/run.js release');
	const env = { GITHUB_REF_NAME: tag, RUNNER_TEMP: temporary };
	return execa('bash', ['-e', '-c', line], { env, reject: false });
}
