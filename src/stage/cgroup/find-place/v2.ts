import { existsSync } from 'node:fs';
import { execa } from 'execa';
import { type ControllerPlace, controllers } from '../../../kernel/controllers.ts';
import { thisMachine } from '../../../kernel/port/this-machine.ts';
import { readText } from '../../../kernel/read.ts';
import type { FoundPlace } from '../../../machine/cgroup-place.ts';
import { startDirectory } from '../../environment.ts';
import { busEnvironment, listDelegated } from '../scope.ts';
import type { PlaceFinder } from './find-place.ts';
import { refuse, writeObstacle } from './refuse.ts';

/** One hierarchy has every controller, so the place of one of them is that of all. */
export const v2: PlaceFinder = ({ cpu }, { isRoot }) => (isRoot ? findAtRoot(cpu) : findScope(cpu));

/** At the top, where systemd has handed the controllers on; below our own, processes are in the way. */
function findAtRoot({ mount, own }: ControllerPlace): FoundPlace {
	const obstacle = writeObstacle(mount);
	if (obstacle !== undefined) {
		return refuse('v2', obstacle);
	}

	if (own === undefined) {
		return refuse('v2', { kind: 'outside', directory: mount });
	}

	const handedOn = readText(thisMachine, `${mount}/cgroup.subtree_control`) ?? '';
	return suffice(handedOn)
		? { version: 'v2', place: { version: 'v2', scope: false, parent: mount }, obstacle: undefined }
		: refuse('v2', { kind: 'not handed on', directory: mount, controllers: handedOn.trim() });
}

/** For an ordinary user: systemd delegates a scope, if it runs a session for us. */
async function findScope({ mount }: ControllerPlace): Promise<FoundPlace> {
	if (!existsSync('/run/systemd/system')) {
		return refuse('v2', { kind: 'no systemd' });
	}

	const [file = '', ...arguments_] = listDelegated(mount);
	const { exitCode, stdout, stderr, shortMessage } = await execa(file, arguments_, {
		cwd: startDirectory,
		reject: false,
		stdin: 'ignore',
		timeout: 10_000,
		env: { ...busEnvironment(), LC_ALL: 'C.UTF-8' },
	});
	if (exitCode !== 0) {
		return refuse('v2', { kind: 'no scope', words: stderr.trim() || (shortMessage ?? '') });
	}

	return suffice(stdout)
		? { version: 'v2', place: { version: 'v2', scope: true }, obstacle: undefined }
		: refuse('v2', { kind: 'not delegated', controllers: stdout.trim() });
}

/** Whether a list of controllers, as the kernel writes it, has what the lessons limit with. */
const suffice = (list: string) =>
	controllers.every((controller) => list.trim().split(/\s+/).includes(controller));
