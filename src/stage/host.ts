import type { Capabilities } from '../engine/capabilities.ts';
import type { Host, Output, Typed } from '../engine/host.ts';
import { observe } from '../kernel/observe.ts';
import type { CgroupPlace } from './cgroup/place.ts';
import { openStage, type Stage } from './stage.ts';

/** This machine, as the engine sees it: one stage, with its terminals. */
export async function openHost(capabilities: Capabilities, place: CgroupPlace): Promise<Host> {
	const stage = await openStage(place);
	const { sandbox } = stage.ledger();

	async function* type(
		name: string,
		text: string,
		signal: AbortSignal,
	): AsyncGenerator<Output | Typed> {
		const terminal = await stage.terminal(name);
		for await (const answer of terminal.type(text, signal)) {
			yield answer.kind === 'typed'
				? { ...answer, directory: fromSandbox(answer.directory, sandbox) }
				: answer;
		}
	}

	return {
		capabilities,
		observe: () => Promise.resolve(observe(handleOf(stage))),
		type,
		[Symbol.asyncDispose]: () => stage.close(),
	};
}

const handleOf = (stage: Stage) => ({
	sandbox: stage.ledger().sandbox,
	cgroup: stage.ledger().cgroup,
	infrastructure: new Set([stage.pid]),
	terminals: new Map([...stage.terminals].map(([name, { pid }]) => [name, pid])),
});

/** `sandbox` and `sandbox/my-container` say more than where the sandbox happens to be. */
const fromSandbox = (directory: string, sandbox: string) =>
	directory === sandbox || directory.startsWith(`${sandbox}/`)
		? `sandbox${directory.slice(sandbox.length)}`
		: directory;
