import type { ExpectationKind } from './expectation.ts';
import type { Blank } from './expectation-blanks.ts';
import type { NamespaceName } from './namespace-kind.ts';

/** The texts that the author wrote, by their blanks; only those of the form are there. */
type Words = Readonly<Record<Blank, string>>;

/** A sentence with blanks, such as `exit CODE from COMMAND`, and the expectation that it means. */
export type Form = { readonly form: string; readonly build: (words: Words) => ExpectationKind };

/**
 * All sentences that an ```expect block may have, of which the first that fits is taken. `exit 127
 * from chroot` is `exit CODE from COMMAND`.
 */
export const forms: readonly Form[] = [
	form('exit CODE', ({ CODE }) => ({ kind: 'exit', code: Number(CODE), command: undefined })),
	form('exit CODE from COMMAND', ({ CODE, COMMAND }) => ({
		kind: 'exit',
		code: Number(CODE),
		command: COMMAND,
	})),

	form('output contains TEXT', ({ TEXT }) => ({ kind: 'output', test: 'contains', value: TEXT })),
	form('output lacks TEXT', ({ TEXT }) => ({ kind: 'output', test: 'lacks', value: TEXT })),
	form('output matches /PATTERN/', ({ PATTERN }) => matches(PATTERN, undefined)),
	form('output matches /PATTERN/: TEXT', ({ PATTERN, TEXT }) => matches(PATTERN, TEXT)),

	form('process COMMAND runs', ({ COMMAND }) => ({
		kind: 'process',
		command: COMMAND,
		state: 'runs',
	})),
	form('process COMMAND is gone', ({ COMMAND }) => ({
		kind: 'process',
		command: COMMAND,
		state: 'gone',
	})),
	form('process COMMAND has a KIND namespace of its own', ({ COMMAND, KIND }) =>
		namespace(COMMAND, KIND, true),
	),
	form('process COMMAND has an ipc namespace of its own', ({ COMMAND }) =>
		namespace(COMMAND, 'ipc', true),
	),
	form('process COMMAND shares the KIND namespace of the host', ({ COMMAND, KIND }) =>
		namespace(COMMAND, KIND, false),
	),
	form('process COMMAND shares the KIND namespace of process OTHER', (words) =>
		sameNamespace(words, true),
	),
	form('process COMMAND is in another KIND namespace than process OTHER', (words) =>
		sameNamespace(words, false),
	),
	form('process COMMAND is NUMBER inside', ({ COMMAND, NUMBER }) => ({
		kind: 'inside-pid',
		command: COMMAND,
		pid: NUMBER,
	})),

	form('process COMMAND has the root of the host', ({ COMMAND }) => ({
		kind: 'root',
		command: COMMAND,
		path: '/',
	})),
	form('process COMMAND keeps the old root', ({ COMMAND }) => oldRoot(COMMAND, true)),
	form('process COMMAND has lost the old root', ({ COMMAND }) => oldRoot(COMMAND, false)),
	form('process COMMAND has the root PATH', ({ COMMAND, PATH }) => ({
		kind: 'root',
		command: COMMAND,
		path: PATH,
	})),

	form('process 1 of COMMAND catches SIGNAL', (words) => catches('process-1', words, true)),
	form('process 1 of COMMAND does not catch SIGNAL', (words) => catches('process-1', words, false)),
	form('process COMMAND catches SIGNAL', (words) => catches('itself', words, true)),
	form('process COMMAND does not catch SIGNAL', (words) => catches('itself', words, false)),
	form('process COMMAND has the capability CAPABILITY', (words) => capability(words, true)),
	form('process COMMAND lacks the capability CAPABILITY', (words) => capability(words, false)),
	form('process COMMAND may gain no privileges', ({ COMMAND }) => ({
		kind: 'no-new-privileges',
		command: COMMAND,
	})),

	form('process COMMAND has the device DEVICE', (words) => network(words, 'device', words.DEVICE)),
	form('process COMMAND has the address ADDRESS', (words) =>
		network(words, 'address', words.ADDRESS),
	),
	form('process COMMAND has the gateway ADDRESS', (words) =>
		network(words, 'gateway', words.ADDRESS),
	),
	form('process COMMAND has heard from ADDRESS', (words) =>
		network(words, 'neighbour', words.ADDRESS),
	),
	form('process COMMAND sends at most SIZE a second', ({ COMMAND, SIZE }) => ({
		kind: 'sends',
		command: COMMAND,
		most: SIZE,
	})),

	form('TERMINAL sees the host', ({ TERMINAL }) => sees(TERMINAL, undefined, true)),
	form('TERMINAL does not see the host', ({ TERMINAL }) => sees(TERMINAL, undefined, false)),
	form('TERMINAL sees COMMAND', ({ TERMINAL, COMMAND }) => sees(TERMINAL, COMMAND, true)),
	form('TERMINAL does not see COMMAND', ({ TERMINAL, COMMAND }) => sees(TERMINAL, COMMAND, false)),

	form('file PATH exists', ({ PATH }) => ({ kind: 'file', path: PATH, exists: true })),
	form('file PATH is missing', ({ PATH }) => ({ kind: 'file', path: PATH, exists: false })),
	form('directory PATH exists', ({ PATH }) => ({ kind: 'directory', path: PATH })),
	form('mount PATH exists', ({ PATH }) => ({ kind: 'mount', path: PATH, exists: true })),
	form('mount PATH is missing', ({ PATH }) => ({ kind: 'mount', path: PATH, exists: false })),

	form('group GROUP exists', ({ GROUP }) => ({ kind: 'group', group: GROUP, exists: true })),
	form('group GROUP is missing', ({ GROUP }) => ({ kind: 'group', group: GROUP, exists: false })),
	form('group GROUP holds COMMAND', ({ GROUP, COMMAND }) => ({
		kind: 'group-holds',
		group: GROUP,
		command: COMMAND,
	})),
	form('group GROUP gets every core', ({ GROUP }) => cores(GROUP, 'every')),
	form('group GROUP gets NUMBER core', ({ GROUP, NUMBER }) => cores(GROUP, NUMBER)),
	form('group GROUP gets NUMBER cores', ({ GROUP, NUMBER }) => cores(GROUP, NUMBER)),
	form('group GROUP was throttled', ({ GROUP }) => throttled(GROUP, true)),
	form('group GROUP was not throttled', ({ GROUP }) => throttled(GROUP, false)),
	form('group GROUP gets all memory', ({ GROUP }) => memory(GROUP, 'all')),
	form('group GROUP gets SIZE of memory', ({ GROUP, SIZE }) => memory(GROUP, SIZE)),
	form('group GROUP gets any number of processes', ({ GROUP }) => processes(GROUP, 'any')),
	form('group GROUP gets NUMBER processes', ({ GROUP, NUMBER }) => processes(GROUP, NUMBER)),
	form('group GROUP refused a process', ({ GROUP }) => refused(GROUP, true)),
	form('group GROUP refused nothing', ({ GROUP }) => refused(GROUP, false)),
	form('group GROUP killed a process', ({ GROUP }) => killed(GROUP, true)),
	form('group GROUP killed nothing', ({ GROUP }) => killed(GROUP, false)),
];

function form(sentence: string, build: Form['build']): Form {
	return { form: sentence, build };
}

function matches(value: string, words: string | undefined): ExpectationKind {
	return { kind: 'output', test: 'matches', value, ...(words !== undefined && { words }) };
}

function capability({ COMMAND, CAPABILITY }: Words, has: boolean): ExpectationKind {
	return { kind: 'capability', command: COMMAND, capability: CAPABILITY, has };
}

function network(
	{ COMMAND }: Words,
	what: 'device' | 'address' | 'gateway' | 'neighbour',
	value: string,
): ExpectationKind {
	return { kind: 'network', command: COMMAND, what, value };
}

function oldRoot(command: string, kept: boolean): ExpectationKind {
	return { kind: 'old-root', command, kept };
}

function sees(terminal: string, command: string | undefined, seen: boolean): ExpectationKind {
	return { kind: 'sees', terminal, command, sees: seen };
}

function catches(
	who: 'itself' | 'process-1',
	{ COMMAND, SIGNAL }: Words,
	hasHandler: boolean,
): ExpectationKind {
	return { kind: 'catches', command: COMMAND, who, signal: SIGNAL, catches: hasHandler };
}

/** Builds the expectation about a namespace; the blank accepts only the names of namespaces. */
function namespace(command: string, name: string, own: boolean): ExpectationKind {
	return { kind: 'namespace', command, name: name as NamespaceName, own };
}

function sameNamespace({ COMMAND, KIND, OTHER }: Words, same: boolean): ExpectationKind {
	return {
		kind: 'same-namespace',
		command: COMMAND,
		name: KIND as NamespaceName,
		other: OTHER,
		same,
	};
}

function cores(group: string, amount: string): ExpectationKind {
	return { kind: 'group-cores', group, cores: amount };
}

function memory(group: string, amount: string): ExpectationKind {
	return { kind: 'group-memory', group, memory: amount };
}

function throttled(group: string, was: boolean): ExpectationKind {
	return { kind: 'group-throttled', group, throttled: was };
}

function killed(group: string, something: boolean): ExpectationKind {
	return { kind: 'group-killed', group, killed: something };
}

function processes(group: string, amount: string): ExpectationKind {
	return { kind: 'group-processes', group, processes: amount };
}

function refused(group: string, something: boolean): ExpectationKind {
	return { kind: 'group-refused', group, refused: something };
}
