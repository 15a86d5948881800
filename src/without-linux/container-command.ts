import type { ContainerTool } from './found.ts';

/**
 * The image: Debian with Node.js, with the name of its registry, because not every tool adds that.
 */
const image = 'docker.io/node:22';

/**
 * The options that are the short way to all lessons; docs/in-a-container.md has those with the
 * fewest rights. Here they cost little, because the containers have a virtual machine to
 * themselves.
 */
const flags = [
	...['run', '--rm', '-it', '--init', '--privileged', '--cgroupns=host'],
	// The learner's progress outlives the container.
	...['--volume', 'containers-under-the-hood:/root/.local/state'],
];

/**
 * Installs what the lessons use and the image lacks. Where that cannot be had, they say what is
 * skipped for it.
 */
const install = 'apt-get update; apt-get install -y cgroup-tools iproute2';

/** Returns the command that runs the program in a container, which is gone afterwards. */
export function containerCommand(tool: ContainerTool['tool'], program: string): readonly string[] {
	return [tool, ...flags, image, 'bash', '-c', `${install}; ${program}`];
}
