import type { Capabilities } from '../engine/capabilities.ts';
import type { Host, Output, Typed } from '../engine/host.ts';
import { observe } from '../kernel/observe.ts';
import { isWithin, pathBelow } from '../kernel/paths.ts';
import { readPlace } from '../kernel/read-place.ts';
import { createMeter } from '../kernel/traffic.ts';
import { makeVisible } from '../text/visible-text.ts';
import type { Means } from './probe.ts';
import { openStage, type Stage } from './stage.ts';
import { shellsOf } from './terminal.ts';
import { visit } from './visit.ts';
import { visitors } from '../kernel/visitors.ts';

/** This machine, as the engine sees it: one stage, opened when it is first needed. */
export function createHost(
	capabilities: Capabilities,
	means: Means,
	open = () => openStage(means),
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
		capabilities,
		async open(name) {
			await (await onStage()).terminal(name);
		},
		observe: async () => observe(handleOf(await onStage()), meter),
		read: async (path) => readPlace(path, (await onStage()).ledger().cgroup),
		type,
		visit: async (terminal, console) => visit(await onStage(), terminal, console),
		async [Symbol.asyncDispose]() {
			// One that could not be opened has left nothing.
			const opened = await stage?.catch(() => undefined);
			await opened?.close();
		},
	};
}

function handleOf({ ledger, pid, terminals, tracers, visitor }: Stage) {
	const guest = visitor();
	const { sandbox, privilege, cgroup } = ledger();
	return {
		sandbox,
		isPrivate: privilege !== 'none',
		cgroup,
		infrastructure: new Set([pid, ...tracers]),
		visitors: new Set(guest === undefined ? [] : visitors(guest)),
		terminals: new Map([...terminals].map(([name, terminal]) => [name, shellsOf(terminal)])),
	};
}

const fromSandbox = (directory: string, sandbox: string) =>
	isWithin(directory, sandbox) ? pathBelow(directory, sandbox) : directory;
