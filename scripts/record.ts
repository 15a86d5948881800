// `npm run record [-- LESSON…]`: makes the recordings of assets/recordings from real runs of all
// lessons, or makes these lessons anew in them, on a Debian that is booted for it: nothing of this
// machine is in them. To be run again when a lesson has changed; wants root, QEMU and mmdebstrap,
// and takes some minutes a lesson.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Performed, performOn } from '../test/machines/virtual-machine.ts';
import { imageOf } from './machines/image.ts';
import { obstacleTo } from './machines/obstacle.ts';
import { cgroupV1, debian } from './machines/recipes.ts';
import { replaceLessons } from './record/replace-lessons.ts';
import { root } from './run/root.js';

const lessons = process.argv.slice(2);
const words = ['run', ...lessons, '--json', '--trace'];

/** What is worth showing, and who runs the lessons. */
const machines = [
	{ append: '', run: { name: 'root-v2', as: 'root', words } },
	{ append: '', run: { name: 'user-v2', as: 'user who logs in', words } },
	{ append: cgroupV1, run: { name: 'root-v1', as: 'root', words } },
] as const;

const minutes = 60;
const directory = `${root}assets/recordings`;

const obstacle = obstacleTo(debian);
if (obstacle !== undefined) {
	throw new Error(`A Debian cannot be booted here: ${obstacle.what}.`);
}

// Once before, so that not each of them builds it.
imageOf(debian);
mkdirSync(directory, { recursive: true });
const recorded = await Promise.allSettled(
	machines.map(async ({ append, run }) => {
		const { name } = run;
		const performed = await performOn(debian, [run], { append, minutes });
		const { output } = refuseFailures(name, performed(name));
		const file = join(directory, `${name}.ndjson.gz`);
		const recording =
			lessons.length === 0
				? output
				: replaceLessons(String(gunzipSync(readFileSync(file))), output);
		writeFileSync(file, gzipSync(recording, { level: 9 }));
		console.log(`${name}: ${output.split('\n').length - 2} events`);
	}),
);

// Only when all machines are off: each removes its disks then.
for (const one of recorded) {
	if (one.status === 'rejected') {
		process.exitCode = 1;
		console.error(one.reason instanceof Error ? one.reason.message : one.reason);
	}
}

/** Of the event that ends a step, what tells why it did not pass. */
type Unfinished = { readonly step: string; readonly why?: string; readonly missing: unknown };

/** On these machines every step can run. */
function refuseFailures(name: string, performed: Performed): Performed {
	const { output, complaints, exitCode } = performed;
	const others = output
		.split('\n')
		.filter((line) => /"outcome":"(failed|skipped)"/.test(line))
		.map((line) => JSON.parse(line) as Unfinished);
	if (exitCode !== 0 || others.length > 0) {
		const steps = others
			.map(({ step, why, missing }) => `${step}: ${why ?? JSON.stringify(missing)}\n`)
			.join('');
		throw new Error(`Not every step of ${name} passed; it is not recorded.\n${steps}${complaints}`);
	}
	return performed;
}
