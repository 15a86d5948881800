import type { Provisions } from '../engine/words/provisions.ts';
import type { Host, Output, Typed } from '../engine/words/host.ts';
import { observe, type StageHandle } from '../kernel/observe.ts';
import { isWithin, pathBelow } from '../kernel/paths.ts';
import { thisMachine } from '../kernel/port/this-machine.ts';
import { readPlace } from '../kernel/read-place.ts';
import { createMeter } from '../kernel/traffic.ts';
import { makeVisible } from '../text/visible-text.ts';
import { cgroupSetup } from './cgroup/cgroup-setup.ts';
import type { StagePlan } from './probe.ts';
import { openStage, type Stage } from './stage.ts';
import { markOf } from './stage-mark.ts';
import { shellsOf } from './terminal.ts';
import { visit } from './visit.ts';
import { visitors } from './visitors.ts';

/** Creates the host of this machine for the engine: one stage, opened when it is first needed. */
export function createHost(
	provisions: Provisions,
	stagePlan: StagePlan,
	open = () => openStage(stagePlan),
): Host {
	let stage: Promise<Stage> | undefined;
	const onStage = () => (stage ??= open());
	const meter = createMeter();

	async function* type(
		name: string,
		text: string,
		signal: AbortSignal,
	): AsyncGenerator<Output | Typed> {
		const opened = await onStage();
		const { sandbox } = opened.ledger();
		const terminal = await opened.terminal(name);
		for await (const answer of terminal.type(text, signal)) {
			yield answer.kind === 'typed'
				? { ...answer, directory: makeVisible(fromSandbox(answer.directory, sandbox)) }
				: answer;
		}
	}

	return {
		provisions,
		async open(name) {
			await (await onStage()).terminal(name);
		},
		observe: async () => observe(thisMachine, handleOf(await onStage()), meter),
		read: async (path) => readPlace(thisMachine, path, (await onStage()).ledger().cgroup),
		type,
		visit: async (terminal, console) => visit(await onStage(), terminal, console),
		async [Symbol.asyncDispose]() {
			// A stage that could not be opened has left nothing.
			const opened = await stage?.catch(() => undefined);
			await opened?.close();
		},
	};
}

/** What `observe` has to know of an open stage. */
export function handleOf({ ledger, pid, terminals, tracers, visitor }: Stage): StageHandle {
	const guest = visitor();
	const { sandbox, privilege, cgroup } = ledger();
	return {
		sandbox,
		mark: markOf({ sandbox, privilege }),
		cgroup,
		ownGroups: cgroupSetup(cgroup).ownGroups,
		infrastructure: new Set([pid, ...tracers]),
		visitors: new Set(guest === undefined ? [] : visitors(guest)),
		terminals: new Map([...terminals].map(([name, terminal]) => [name, shellsOf(terminal)])),
	};
}

const fromSandbox = (directory: string, sandbox: string) =>
	isWithin(directory, sandbox) ? pathBelow(directory, sandbox) : directory;
