import type { Engine } from './found.ts';

/** Debian with Node.js; with its registry, because not every engine adds that. */
const image = 'docker.io/node:22';

/**
 * The short way to all lessons; docs/in-a-container.md has the one with the least rights. Here it costs
 * little, because the engine has a virtual machine to itself.
 */
const flags = [
	...['run', '--rm', '-it', '--init', '--privileged', '--cgroupns=host'],
	// The learner's place outlives the container.
	...['--volume', 'containers-under-the-hood:/root/.local/state'],
];

/** What the lessons use and the image lacks. Where it cannot be had, they say what is skipped for it. */
const install = 'apt-get update; apt-get install -y cgroup-tools iproute2';

/** The program in a container that is gone afterwards. */
export function containerCommand(tool: Engine['tool'], program: string): readonly string[] {
	return [tool, ...flags, image, 'bash', '-c', `${install}; ${program}`];
}
