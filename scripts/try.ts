// `npm run try -- LESSON…`: runs lessons on machines that are booted for it, as everybody who may be
// there, and prints what did not pass. With `--ubuntu` on an Ubuntu, with AppArmor's restriction.
import type { Person } from '../test/machines/guest/run.ts';
import { type Performed, performOn } from '../test/machines/virtual-machine.ts';
import { obstacleTo } from './machines/obstacle.ts';
import { cgroupV1, debian, ubuntu } from './machines/recipes.ts';

const options = process.argv.slice(2);
const isUbuntu = options.includes('--ubuntu');
const lessons = options.filter((word) => word !== '--ubuntu');
const words = ['run', ...lessons, '--plain'];

const recipe = isUbuntu ? ubuntu : debian;
const obstacle = obstacleTo(recipe);
if (obstacle !== undefined) {
	throw new Error(`The machine cannot be booted here: ${obstacle.what}.`);
}

if (isUbuntu) {
	await perform('Ubuntu', '', ['root', 'user who logs in']);
} else {
	// The session last: for a while after the user has logged out, his systemd still runs.
	await perform('cgroup v2', '', ['root', 'user without a session', 'user who logs in']);
	await perform('cgroup v1', cgroupV1, ['root', 'user who logs in']);
}

/** @param append goes to the command line of the kernel */
async function perform(kind: string, append: string, persons: readonly Person[]): Promise<void> {
	const runs = persons.map((as) => ({ name: `${as}, ${kind}`, as, words }));
	const performed = await performOn(recipe, runs, { append, minutes: 20 });
	for (const { name } of runs) {
		tell(name, performed(name));
	}
}

/** All of it where something failed; else its end, which counts what passed and names what was skipped. */
function tell(name: string, { output, complaints, exitCode = 1 }: Performed): void {
	const lines = output.trimEnd().split('\n');
	const told = exitCode === 0 ? lines.slice(-12) : lines;
	console.log([`\n=== ${name}: exit ${exitCode}`, ...told, complaints].join('\n'));
	process.exitCode ||= exitCode;
}
