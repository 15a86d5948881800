import type { Engine } from './found.ts';

/** Debian with Node.js; with its registry, because not every engine adds that. */
const image = 'docker.io/node:22';

/** The cgroups of the engine's machine, and the right to make more of them, are what the limits need. */
const flags = ['run', '--rm', '-it', '--privileged', '--cgroupns=host'];

/** What the lessons use and the image lacks. Where it cannot be had, they say what is skipped for it. */
const install = 'apt-get update; apt-get install -y cgroup-tools iproute2';

/** The program in a container that is gone afterwards. */
export function containerCommand(tool: Engine['tool'], program: string): readonly string[] {
	return [tool, ...flags, image, 'bash', '-c', `${install}; ${program}`];
}
