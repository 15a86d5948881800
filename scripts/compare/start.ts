import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { type Limits, limitsOf } from './limits.ts';
import { type Sections, sectionsOf } from './sections.ts';

/** What a container says of itself, and what only the host can see of it. */
export type Container = { readonly sections: Sections; readonly limits: Limits };

/** The part of runc's config.json that we set. */
type Spec = {
	process: { terminal: boolean; args: readonly string[] };
	root: { path: string };
	linux: { cgroupsPath?: string };
};

const payload = readFileSync(new URL('payload.sh', import.meta.url), 'utf8');
const command = ['bash', '-c', payload];

/** Our container with `base` as its root; `become` are words before a command that have somebody else run it. */
export const startOurs = (
	become: readonly string[],
	script: string,
	base: string,
): Promise<Container> => read([...become, 'env', `base=${base}`, 'bash', script, ...command]);

/** runc's, as its own `runc spec` makes it but for the command and the root. */
export function startRunc(
	become: readonly string[],
	directory: string,
	base: string,
): Promise<Container> {
	const run = (...words: readonly string[]) => execFileSync('env', [...become, ...words]);
	const isRoot = become.length === 0;
	mkdirSync(directory);
	if (!isRoot) {
		execFileSync('chown', [run('id', '-u').toString().trim(), directory]);
	}
	run('runc', 'spec', '--bundle', directory, ...(isRoot ? [] : ['--rootless']));
	const spec = JSON.parse(readFileSync(`${directory}/config.json`, 'utf8')) as Spec;
	spec.process.terminal = false;
	spec.process.args = command;
	spec.root.path = base;
	// Where the caller has a group of its own, runc would make its own below that one (cgroup v1 only).
	if (isRoot) {
		spec.linux.cgroupsPath = '/cuth-compared';
	}
	writeFileSync(`${directory}/config.json`, JSON.stringify(spec));
	const state = ['env', `XDG_RUNTIME_DIR=${directory}`, 'runc', '--root', `${directory}/state`];
	return read([...become, ...state, 'run', '--bundle', directory, `cuth-compared-${process.pid}`]);
}

/** What the payload says in a container, and what only the host can see of it, while it runs. */
async function read([file = '', ...words]: readonly string[]): Promise<Container> {
	const container = spawn(file, words, { stdio: ['pipe', 'pipe', 'pipe'] });
	let [output, errors] = ['', ''];
	container.stderr.on('data', (chunk: Buffer) => {
		errors += chunk.toString();
	});
	container.stdout.setEncoding('utf8');
	const closed = once(container, 'close');
	for await (const chunk of container.stdout) {
		output += String(chunk);
		if (output.includes('== end\n')) {
			break;
		}
	}

	if (!output.includes('== end\n')) {
		throw new Error(`${[file, ...words].join(' ').slice(0, 200)}\n${output}${errors}`);
	}

	const sections = sectionsOf(output);
	const limits = limitsOf(processIn(sections.namespaces['pid'] ?? ''));
	container.stdin.end();
	await closed;
	return { sections, limits };
}

/** The pid, for us, of some process in a PID namespace. */
function processIn(namespace: string): string {
	const isInside = (pid: string) => {
		try {
			return readlinkSync(`/proc/${pid}/ns/pid`) === namespace;
		} catch {
			return false;
		}
	};
	const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && isInside(name));
	if (pid === undefined) {
		throw new Error(`Nobody is in ${namespace}.`);
	}
	return pid;
}
