import type { EventOf, LessonEvent } from '../engine/event.ts';
import type { Origin } from '../engine/origin.ts';
import type { TracedCall, TracedCommand } from '../engine/trace/system-call.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

type FieldType = 'string' | 'number' | 'boolean' | 'object' | 'list' | 'anything';

/** A kind, or a field, of event that is forgotten here does not compile. */
type Fields = {
	readonly [Kind in LessonEvent['kind']]: Readonly<
		Record<Exclude<keyof EventOf<Kind>, 'kind'>, FieldType>
	>;
};

/** What each event of a recording must have. A field of `anything` may be missing. */
const fields: Fields = {
	'lesson-started': {
		lesson: 'string',
		number: 'number',
		title: 'string',
		minutes: 'number',
		digest: 'anything',
		intro: 'string',
		steps: 'list',
	},
	setup: { commands: 'list' },
	'step-started': {
		step: 'string',
		index: 'number',
		title: 'string',
		prose: 'string',
		question: 'anything',
		task: 'anything',
		commands: 'list',
		elsewhere: 'anything',
	},
	predicted: { answer: 'number' },
	observed: { when: 'string', snapshot: 'object' },
	'command-started': { terminal: 'string', text: 'string', directory: 'string' },
	output: { terminal: 'string', text: 'string' },
	'command-exited': {
		terminal: 'string',
		exit: 'number',
		shell: 'string',
		dropped: 'number',
		seconds: 'number',
	},
	checked: { expectation: 'string', seen: 'string', held: 'boolean' },
	tried: { checks: 'list', why: 'anything' },
	recorded: { on: 'object', events: 'list' },
	explained: { text: 'string' },
	proved: {
		path: 'string',
		place: 'string',
		select: 'list',
		found: 'string',
		text: 'string',
		more: 'number',
	},
	'step-finished': { step: 'string', outcome: 'string', why: 'anything', missing: 'list' },
	visited: { terminal: 'string', before: 'object', after: 'object', checks: 'list' },
	traced: { step: 'string', index: 'number', commands: 'list', on: 'anything', missing: 'list' },
	'lesson-finished': { lesson: 'string' },
};

/** What one has to know of the machine of a recording, to say whose it is. */
const originFields: Readonly<Record<keyof Origin, FieldType>> = {
	distribution: 'string',
	kernel: 'string',
	cgroup: 'string',
	uid: 'number',
	date: 'string',
};

export function isKind(kind: unknown): kind is LessonEvent['kind'] {
	return typeof kind === 'string' && Object.hasOwn(fields, kind);
}

/** The first field that the event lacks or has of another type. */
export function wrongField(kind: LessonEvent['kind'], event: JsonObject): string | undefined {
	return firstWrong(fields[kind], event);
}

/** The same of a header, or of what a `recorded` event says it was recorded on. */
export function wrongOriginField(origin: JsonObject): string | undefined {
	return firstWrong(originFields, origin);
}

const tracedFields: Readonly<Record<keyof TracedCommand, FieldType>> = {
	terminal: 'string',
	text: 'string',
	calls: 'list',
	more: 'number',
};

const callFields: Readonly<Record<keyof TracedCall, FieldType>> = {
	name: 'string',
	args: 'list',
	result: 'string',
	times: 'number',
	meaning: 'string',
	page: 'string',
};

/** The same of a command that was traced, and of its calls. */
export function wrongTracedField(command: JsonObject): string | undefined {
	const wrong = firstWrong(tracedFields, command);
	const calls = (wrong === undefined ? command['calls'] : []) as readonly (JsonObject | null)[];
	return wrong ?? calls.map((call) => firstWrong(callFields, call ?? {})).find(Boolean);
}

function firstWrong(types: Readonly<Record<string, FieldType>>, value: JsonObject) {
	return Object.entries(types).find(([name, type]) => !hasType(value[name], type))?.[0];
}

function hasType(value: unknown, type: FieldType): boolean {
	if (type === 'anything') return true;
	if (type === 'list') return Array.isArray(value);
	return typeof value === type && value !== null;
}
