import { array, boolean, literal, optional, string, union } from 'valibot';
import type {
	File,
	Group,
	Machine,
	Mount,
	NamespaceKind,
	Network,
	Process,
	Program,
	Snapshot,
	TerminalView,
} from '../../engine/words/snapshot.ts';
import { fields } from '../../schema/fields.ts';
import { count, finite, notList, oneOf, strings } from '../../schema/values.ts';

const network = fields<Network>({
	devices: strings,
	addresses: strings,
	gateways: strings,
	neighbours: strings,
	sending: optional(finite),
});

const ownNamespaces = fields<Readonly<Partial<Record<NamespaceKind, number>>>>({
	mnt: optional(count),
	pid: optional(count),
	user: optional(count),
	cgroup: optional(count),
	uts: optional(count),
	ipc: optional(count),
	net: optional(count),
	time: optional(count),
});

const process = fields<Process>({
	pid: count,
	parent: count,
	command: string(),
	terminal: optional(string()),
	root: string(),
	hasLostOldRoot: optional(literal(true)),
	pids: array(count),
	ownNamespaces: notList(ownNamespaces),
	caught: optional(strings),
	capabilities: optional(string()),
	noNewPrivileges: optional(boolean()),
	network: optional(network),
});

const view = fields<TerminalView>({
	terminal: string(),
	shell: count,
	proc: oneOf<TerminalView['proc']>({ none: 'none', host: 'host', own: 'own' }),
	processes: array(
		fields<TerminalView['processes'][number]>({ shownAs: count, pid: count, command: string() }),
	),
	others: count,
});

const group = fields<Group>({
	path: string(),
	controllers: strings,
	members: array(count),
	cpu: optional(
		fields<NonNullable<Group['cpu']>>({
			quota: optional(count),
			period: count,
			throttled: count,
		}),
	),
	memory: optional(
		fields<NonNullable<Group['memory']>>({
			limit: optional(count),
			usage: count,
			killed: count,
		}),
	),
	pids: optional(fields<NonNullable<Group['pids']>>({ limit: optional(count), refused: count })),
	frozen: optional(boolean()),
});

const mount = fields<Mount>({
	path: string(),
	type: string(),
	namespace: count,
	onStage: boolean(),
});

type Elf = Extract<Program, { kind: 'elf' }>;
type Script = Extract<Program, { kind: 'script' }>;

const program = union([
	fields<Elf>({
		kind: literal('elf'),
		bits: union([literal(64), literal(32)]),
		machine: string(),
		loader: optional(string()),
	}),
	fields<Script>({ kind: literal('script'), interpreter: string() }),
]);

const file = fields<File>({
	path: string(),
	kind: oneOf<File['kind']>({ file: 'file', directory: 'directory', link: 'link' }),
	size: count,
	program: optional(program),
});

const machine = fields<Machine>({
	cores: count,
	memory: count,
	kernel: string(),
	architecture: optional(string()),
});

export const snapshot = fields<Snapshot>({
	machine,
	otherProcesses: count,
	processes: array(process),
	views: array(view),
	groups: array(group),
	mounts: array(mount),
	files: array(file),
});
