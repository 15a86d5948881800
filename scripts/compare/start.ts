import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { limitsOf } from './limits.js';
import { sectionsOf } from './sections.js';

const payload = readFileSync(new URL('payload.sh', import.meta.url), 'utf8');
const command = ['bash', '-c', payload];

/** Our container with `base` as its root. */
export const startOurs = (become, script, base) =>
	read([...become, 'env', `base=${base}`, 'bash', script, ...command]);

/** runc's, as its own `runc spec` makes it but for the command and the root. */
export function startRunc(become, directory, base) {
	const run = (...words) => execFileSync('env', [...become, ...words]);
	const isRoot = become.length === 0;
	mkdirSync(directory);
	if (!isRoot) execFileSync('chown', [run('id', '-u').toString().trim(), directory]);
	run('runc', 'spec', '--bundle', directory, ...(isRoot ? [] : ['--rootless']));
	const spec = JSON.parse(readFileSync(`${directory}/config.json`, 'utf8'));
	spec.process.terminal = false;
	spec.process.args = command;
	spec.root.path = base;
	// Where the caller has a group of its own, runc would make its own below that one (cgroup v1 only).
	if (isRoot) spec.linux.cgroupsPath = '/cuth-compared';
	writeFileSync(`${directory}/config.json`, JSON.stringify(spec));
	const state = ['env', `XDG_RUNTIME_DIR=${directory}`, 'runc', '--root', `${directory}/state`];
	return read([...become, ...state, 'run', '--bundle', directory, `cuth-compared-${process.pid}`]);
}

/** What the payload says in a container, and what only the host can see of it, while it runs. */
async function read([file, ...words]) {
	const container = spawn(file, words, { stdio: ['pipe', 'pipe', 'pipe'] });
	let [output, errors] = ['', ''];
	container.stderr.on('data', (chunk) => (errors += chunk));
	container.stdout.setEncoding('utf8');
	const closed = once(container, 'close');
	for await (const chunk of container.stdout) {
		output += chunk;
		if (output.includes('== end\n')) break;
	}

	if (!output.includes('== end\n')) {
		throw new Error(`${[file, ...words].join(' ').slice(0, 200)}\n${output}${errors}`);
	}

	const sections = sectionsOf(output);
	const limits = limitsOf(processIn(sections.namespaces.pid));
	container.stdin.end();
	await closed;
	return { sections, limits };
}

/** The pid, for us, of some process in a PID namespace. */
function processIn(namespace) {
	const isInside = (pid) => {
		try {
			return readlinkSync(`/proc/${pid}/ns/pid`) === namespace;
		} catch {
			return false;
		}
	};
	const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && isInside(name));
	if (pid === undefined) throw new Error(`Nobody is in ${namespace}.`);
	return pid;
}
