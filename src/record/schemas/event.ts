import {
	array,
	boolean,
	custom,
	type GenericSchema,
	lazy,
	literal,
	never,
	object,
	optional,
	string,
} from 'valibot';
import type { EventOf, LessonEvent, Outcome, TypedLine } from '../../engine/words/event.ts';
import type { Missing } from '../../engine/words/provisions.ts';
import type { TracedCall, TracedCommand } from '../../engine/words/system-call.ts';
import type { Check } from '../../engine/words/verdict.ts';
import type { Answer, Question } from '../../lesson/question.ts';
import { type Entries, fields } from '../../schema/fields.ts';
import { count, finite, oneOf, strings } from '../../schema/values.ts';
import { origin } from './origin.ts';
import { snapshot } from './snapshot.ts';

type Kind = LessonEvent['kind'];

const commands = array(
	fields<TypedLine>({
		terminal: string(),
		text: string(),
		editable: optional(literal(true)),
	}),
);

const question = fields<Question>({
	text: string(),
	answers: array(fields<Answer>({ text: string(), isRight: boolean(), reply: optional(string()) })),
});

type Started = EventOf<'step-started'>;

const task = fields<NonNullable<Started['task']>>({
	kind: oneOf<NonNullable<Started['task']>['kind']>({
		modify: 'modify',
		challenge: 'challenge',
	}),
	hints: strings,
});

const otherSpelling = fields<NonNullable<Started['elsewhere']>>({
	version: oneOf<'v1' | 'v2'>({ v1: 'v1', v2: 'v2' }),
	commands,
});

const checks = array(fields<Check>({ expectation: string(), seen: string(), held: boolean() }));

const missing = array(fields<Missing>({ cause: string(), fix: string() }));

const tracedCommand = fields<TracedCommand>({
	terminal: string(),
	text: string(),
	calls: array(
		fields<TracedCall>({
			name: string(),
			args: strings,
			result: string(),
			times: count,
			meaning: string(),
			page: string(),
		}),
	),
	more: count,
});

/** A kind, or a field, of event that is forgotten here does not compile. */
type Bodies = { readonly [Each in Kind]: Entries<Omit<EventOf<Each>, 'kind'>> };

const bodies: Bodies = {
	'lesson-started': {
		lesson: string(),
		number: count,
		title: string(),
		minutes: count,
		digest: optional(string()),
		intro: string(),
		steps: array(fields<{ id: string; title: string }>({ id: string(), title: string() })),
	},
	setup: { commands },
	'step-started': {
		step: string(),
		index: count,
		title: string(),
		prose: string(),
		question: optional(question),
		task: optional(task),
		commands,
		elsewhere: optional(otherSpelling),
	},
	predicted: { answer: count },
	observed: {
		when: oneOf<'before' | 'after'>({ before: 'before', after: 'after' }),
		snapshot,
	},
	'command-started': { terminal: string(), text: string(), directory: string() },
	output: { terminal: string(), text: string() },
	'command-exited': {
		terminal: string(),
		exit: finite,
		shell: oneOf<'same' | 'entered' | 'left'>({
			same: 'same',
			entered: 'entered',
			left: 'left',
		}),
		dropped: count,
		seconds: finite,
	},
	checked: { expectation: string(), seen: string(), held: boolean() },
	tried: { checks, why: optional(string()) },
	recorded: { on: origin, events: array(lazy(ofRecordedStep)) },
	explained: { text: string() },
	proved: {
		path: string(),
		place: string(),
		select: strings,
		found: oneOf<'lines' | 'link' | 'gone'>({ lines: 'lines', link: 'link', gone: 'gone' }),
		text: string(),
		more: count,
	},
	'step-finished': {
		step: string(),
		outcome: oneOf<Outcome>({ passed: 'passed', failed: 'failed', skipped: 'skipped' }),
		why: optional(string()),
		missing,
	},
	visited: { terminal: string(), before: snapshot, after: snapshot, checks },
	traced: {
		step: string(),
		index: count,
		commands: array(tracedCommand),
		on: optional(origin),
		missing,
	},
	'lesson-finished': { lesson: string() },
};

const schemas: ReadonlyMap<unknown, GenericSchema> = new Map(
	Object.entries(bodies).map(([kind, body]) => [kind, object(body)]),
);

/** Whether there are events of this kind. */
export function isKind(kind: unknown): kind is Kind {
	return schemas.has(kind);
}

/** The schema of the events of a kind. */
export function eventOf(kind: Kind): GenericSchema<unknown, LessonEvent> {
	// That each body fits its event is what `Bodies` holds; a map of them all knows no more than `unknown`.
	return (schemas.get(kind) ?? never()) as GenericSchema<unknown, LessonEvent>;
}

/** The schema of an event of a step that was itself shown from a recording. No recording holds such a step twice over. */
function ofRecordedStep(event: unknown): GenericSchema<unknown, LessonEvent> {
	const { kind } = (event ?? {}) as { readonly kind?: unknown };
	return isKind(kind) && kind !== 'recorded' ? eventOf(kind) : nothing;
}

const nothing = custom<LessonEvent>(() => false);
