// `npm run try -- LESSON…`: runs lessons on machines that are booted for it, as everybody who may be
// there, and prints what did not pass. With `--ubuntu` on an Ubuntu, with AppArmor's restriction.
import { obstacleTo } from './machines/obstacle.js';
import { performOn } from './machines/perform.js';
import { cgroupV1, debian, ubuntu } from './machines/recipes.js';

const options = process.argv.slice(2);
const lessons = options.filter((word) => word !== '--ubuntu');
const words = ['run', ...lessons, '--plain'];

const runs = (kind, ...persons) => persons.map((as) => ({ name: `${as}, ${kind}`, as, words }));
const machines = options.includes('--ubuntu')
	? [{ recipe: ubuntu, append: '', runs: runs('Ubuntu', 'root', 'user') }]
	: [
			{
				recipe: debian,
				append: '',
				// The session last: for a while after the user has logged out, his systemd still runs.
				runs: runs('cgroup v2', 'root', 'user without a session', 'user'),
			},
			{ recipe: debian, append: cgroupV1, runs: runs('cgroup v1', 'root', 'user') },
		];

const obstacle = obstacleTo(machines[0].recipe);
if (obstacle !== undefined) {
	throw new Error(`The machine cannot be booted here: ${obstacle.what}.`);
}

for (const { recipe, append, runs } of machines) {
	for (const run of await performOn(recipe, runs, { append, minutes: 20 })) tell(run);
}

/** All of it where something failed; else its end, which counts what passed and names what was skipped. */
function tell({ name, output, complaints, exitCode }) {
	const lines = output.trimEnd().split('\n');
	const told = exitCode === 0 ? lines.slice(-12) : lines;
	console.log([`\n=== ${name}: exit ${exitCode}`, ...told, complaints].join('\n'));
	process.exitCode ||= exitCode;
}
