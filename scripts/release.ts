// `node scripts/run.js release TAG DIRECTORY`: all of a release but publishing. Checks that the tag, package.json and the
// changelog speak of one version, packs what `npm run build` has made, installs the package where there is nothing
// else, and tries it. The directory then holds the tarball and the notes. .github/workflows/release.yml publishes them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { complaintsAbout } from './release/complaints.ts';
import { notesFor } from './release/notes.ts';
import { tryPackage } from './release/try-package.ts';
import { root } from './run/root.js';

type Manifest = { readonly name: string; readonly version: string };

const [tag = '', directory = ''] = process.argv.slice(2);
if (directory === '') {
	fail(['Write `node scripts/run.js release TAG DIRECTORY`, with a tag such as v1.2.3.']);
}

const changelog = readFileSync(`${root}CHANGELOG.md`, 'utf8');
const manifest = readJson('package.json');
fail(complaintsAbout({ tag, manifest, lock: readJson('package-lock.json'), changelog }));

const place = resolve(directory);
mkdirSync(place, { recursive: true });
const tarball = pack();
const empty = mkdtempSync(join(tmpdir(), 'cuth-release-'));
try {
	fail(tryPackage(tarball, empty, manifest));
} finally {
	rmSync(empty, { recursive: true });
}

writeFileSync(join(place, 'notes.md'), notesFor(manifest.version, changelog));
console.log(`${manifest.name} ${manifest.version} is packed, and runs: ${tarball}`);

function readJson(file: string): Manifest {
	return JSON.parse(readFileSync(`${root}${file}`, 'utf8')) as Manifest;
}

/** Packs the package, and returns the path of the tarball. */
function pack(): string {
	// Without the script that would build once more: what was tested is what is packed.
	const options = ['--json', '--ignore-scripts', '--loglevel=error'];
	const words = ['pack', ...options, '--pack-destination', place];
	const { status, stdout, stderr } = spawnSync('npm', words, { cwd: root, encoding: 'utf8' });
	if (status !== 0) {
		fail([`\`npm ${words.join(' ')}\` failed: ${stderr}${stdout}`]);
	}

	const [packed] = JSON.parse(stdout) as readonly [{ readonly filename: string }];
	return join(place, packed.filename);
}

/** Ends this program where there is anything to complain about. */
function fail(complaints: readonly string[]): void {
	if (complaints.length > 0) {
		process.stderr.write(complaints.map((complaint) => `${complaint}\n`).join(''));
		process.exit(1);
	}
}
