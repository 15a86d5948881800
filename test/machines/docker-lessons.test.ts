import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { execa } from 'execa';
import type { Command, Lesson } from '../../src/lesson/lesson.ts';
import { readLessons } from '../../src/commands/lessons-directory.ts';
import type { Daemon } from './docker/daemon.ts';
import { dockerTests } from './docker/docker-tests.ts';
import { slim } from './debian-root.ts';

const { check, daemon } = dockerTests(slim, async () => {});

check('Docker runs the image that the lesson makes by hand', async () => {
	const image = await makeImage(join(daemon().directory, 'by-hand'));
	addManifestOfDocker(image);
	expect(await load(daemon(), image)).toContain('by-hand:latest');
	const words = ['run', '--rm', '--network', 'none', 'by-hand'];
	const { stdout } = await execa('docker', [...words, 'bash', '-c', 'cat motd; ls'], {
		env: daemon().environment,
		stdin: 'ignore',
	});
	expect(stdout).toContain('from the second layer');
	expect(stdout).not.toContain('draft');
	const id = await daemon().docker(['image', 'inspect', '--format', '{{.Id}}', 'by-hand']);
	expect(id).toBe(configOf(image));
});

check("a container of Docker's can be laid beside another process", async () => {
	const { setup, steps } = await lessonCalled('wrapper');
	const [own = ''] = steps.flatMap(({ commands }) =>
		commands.flatMap(({ text }) => /^own\(\).*/m.exec(text) ?? []),
	);
	const id = await daemon().docker(['run', '--detach', 'cuth-base', 'sleep', '1000']);
	const top = await daemon().docker(['top', id]);
	const pid = /^\S+ +(\d+) .* sleep 1000$/m.exec(top)?.[1] ?? '';
	const compare = { text: `${own}\ncompare $$ ${pid}` };
	const compared = type([...setup, compare], join(daemon().directory, 'compared'));
	await daemon().docker(['rm', '--force', id]);
	expect(compared).toMatch(/^pid +the host's +own$/m);
	expect(compared).toMatch(/^user +the host's +the host's$/m);
	expect(compared).toMatch(/^CapEff +\w+ +00000000a80425fb$/m);
	expect(compared).toMatch(/^NoNewPrivs +\d +0$/m);
	expect(compared).toMatch(/^Seccomp +\d +2$/m);
	expect(compared).toMatch(/^memory +the host's +\?$/m);
	expect(compared).toMatch(/^host name +\S+ +[0-9a-f]{12}$/m);
});

/** Types what the lesson types, up to the step where the image is whole. */
async function makeImage(directory: string): Promise<string> {
	const lesson = await lessonCalled('image');
	const whole = lesson.steps.findIndex(({ id }) => id === 'what-belongs-together');
	expect(whole).toBeGreaterThan(0);
	const steps = lesson.steps.slice(0, whole + 1).flatMap(({ commands }) => commands);
	type([...lesson.setup, ...steps], directory);
	return join(directory, 'image');
}

async function lessonCalled(name: string): Promise<Lesson> {
	const lesson = (await readLessons('lessons')).find(({ id }) => id === name);
	if (lesson === undefined) {
		throw new Error(`There is no lesson ${name}.`);
	}
	return lesson;
}

/** @returns what bash prints, when it is given these commands in a new directory */
function type(commands: readonly Pick<Command, 'text'>[], directory: string): string {
	mkdirSync(directory);
	const script = commands.map(({ text }) => text).join('\n');
	return execFileSync('bash', ['-ec', script], { cwd: directory, encoding: 'utf8' });
}

/** Docker's classic store reads no OCI layout: it wants a file of its own that names the same blobs. */
function addManifestOfDocker(image: string): void {
	const { config, layers } = manifestOf(image);
	const blob = ({ digest }: Described) => `blobs/${digest.replace(':', '/')}`;
	const entry = { Config: blob(config), RepoTags: ['by-hand:latest'], Layers: layers.map(blob) };
	writeFileSync(join(image, 'manifest.json'), JSON.stringify([entry]));
}

type Described = { readonly digest: string };
type Manifest = { readonly config: Described; readonly layers: readonly Described[] };

/** As whoever gets the image finds it: from the index to the manifest. */
function manifestOf(image: string): Manifest {
	const read = (file: string): unknown => JSON.parse(readFileSync(join(image, file), 'utf8'));
	const { manifests } = read('index.json') as { manifests: readonly Described[] };
	return read(`blobs/${manifests[0]?.digest.replace(':', '/') ?? ''}`) as Manifest;
}

const configOf = (image: string): string => manifestOf(image).config.digest;

async function load({ environment, directory }: Daemon, image: string): Promise<string> {
	const archive = join(directory, 'by-hand.tar');
	execFileSync('tar', ['-C', image, '-cf', archive, '.']);
	const { stdout } = await execa('docker', ['load', '--input', archive], { env: environment });
	return stdout;
}
