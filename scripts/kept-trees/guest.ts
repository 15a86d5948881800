// Runs in the booted machine: opens a stage with containers on it and writes down what the program reads there.
import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { readCircumstances } from '../../src/kernel/circumstances.ts';
import { observe } from '../../src/kernel/observe.ts';
import { recordReads } from '../../src/kernel/port/record-reads.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { readPlace } from '../../src/kernel/read-place.ts';
import { handleOf } from '../../src/stage/host.ts';
import { probe } from '../../src/stage/probe.ts';
import { openStage } from '../../src/stage/stage.ts';
import { limits } from './limits.ts';

const [, , version = '', file = ''] = process.argv;
const { directories, group } = limits(version);

/** By terminal. */
const lines: readonly (readonly [string, string])[] = [
	['host', 'mkdir -p my-container/proc my-container/bin my-container/.old'],
	[
		'host',
		'for program in bash sleep; do cp -L --parents $(ldd $(command -v $program) | grep -o "/[^ )]*") my-container; cp $(command -v $program) my-container/bin; done',
	],
	[
		'host',
		"printf '#!/bin/sh\\necho hello\\n' > hello; chmod +x hello; ln -s hello link; mkfifo pipe",
	],
	['host', 'mkdir upper work merged'],
	['host', 'mount -t overlay overlay -o lowerdir=my-container,upperdir=upper,workdir=work merged'],
	['host', group],
	// Over its share of a processor, and then at rest.
	['host', `(${join(directories)}; timeout 2 bash -c 'while :; do :; done')`],
	[
		'host',
		`(${join(directories)}; exec unshare --pid --fork --net --uts --mount-proc=my-container/proc chroot my-container bash -c 'sleep 1001; :') &`,
	],
	['host', 'until inside=$(pgrep -f "^sleep 1001$"); do sleep 0.1; done'],
	[
		'host',
		'ip link add veth0 type veth peer name eth0 netns $inside && nsenter --target $inside --net sh -c "ip link set lo up; ip link set eth0 up; ip addr add 10.0.0.2/24 dev eth0; ip route add default via 10.0.0.1" && ip link set veth0 up',
	],
	['container', 'unshare --pid --fork --mount-proc=my-container/proc chroot my-container bash'],
	['container', 'sleep 1002 &'],
	['host', 'sleep 1003 &'],
];

const { stagePlan } = await probe();
if (stagePlan.place.version !== version) {
	throw new Error(
		`The stage would have its cgroup on ${stagePlan.place.version}, not on ${version}.`,
	);
}

const stage = await openStage(stagePlan);
for (const [terminal, line] of lines) {
	let said = '';
	for await (const answer of (await stage.terminal(terminal)).type(
		line,
		new AbortController().signal,
	)) {
		said += answer.kind === 'output' ? answer.text : '';
	}
	console.log(terminal, line, said);
}

const commands = ['sleep 1001', 'sleep 1002', 'sleep 1003'];
const deadline = Date.now() + 60_000;
const hasAll = () => {
	const running = observe(thisMachine, handleOf(stage)).processes.map(({ command }) => command);
	return commands.every((command) => running.includes(command));
};
while (!hasAll()) {
	if (Date.now() > deadline) {
		throw new Error(`Not all of ${commands.join(', ')} run.`);
	}
	await delay(100);
}

const { files, kept } = recordReads(thisMachine);
const handle = handleOf(stage);
const { processes } = observe(files, handle);
const inside = processes.find(({ command }) => command === 'sleep 1001');
readPlace(files, `/proc/${inside?.pid ?? 0}/ns/pid`, handle.cgroup);
for (const directory of directories) {
	readPlace(files, `${directory}/cgroup.procs`, handle.cgroup);
}
readCircumstances(files);
const { sandbox, mark, terminals, infrastructure, cgroup, ownGroups } = handle;
writeFileSync(
	file,
	JSON.stringify({
		stage: {
			sandbox,
			mark,
			terminals: [...terminals],
			infrastructure: [...infrastructure],
			cgroup,
			ownGroups,
		},
		tree: kept(),
	}),
);
await stage.close();
process.exit();

function join(groups: readonly string[]): string {
	return groups.map((directory) => `echo $BASHPID > ${directory}/cgroup.procs`).join('; ');
}
