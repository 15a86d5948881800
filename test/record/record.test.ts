import { expect, test } from '@jest/globals';
import type { LessonEvent } from '../../src/engine/words/event.ts';
import type { TracedCall } from '../../src/engine/words/system-call.ts';
import type { Header } from '../../src/record/header.ts';
import { parseRecording } from '../../src/record/parse.ts';
import { writeHeader, writeLine } from '../../src/record/write.ts';
import { KnownError } from '../../src/text/known-error.ts';

const header: Header = {
	format: 1,
	program: 'containers-under-the-hood',
	version: '0.1.0',
	node: '20.20.2',
	kernel: '6.1.0-18-amd64',
	distribution: 'Debian GNU/Linux 12 (bookworm)',
	cgroup: 'v2',
	uid: 1000,
	date: '2026-11-23T20:15:00.000Z',
};

/** One of each kind. */
const events: readonly LessonEvent[] = [
	{
		kind: 'lesson-started',
		lesson: 'chroot',
		number: 1,
		title: 'A root of its own',
		minutes: 4,
		digest: '0123456789abcdef',
		intro: 'A container begins\nas a directory.',
		steps: [{ id: 'one', title: 'One' }],
	},
	{ kind: 'setup', commands: [{ terminal: 'host', text: 'mkdir a' }] },
	{
		kind: 'step-started',
		step: 'one',
		index: 0,
		title: 'One',
		prose: '',
		commands: [{ terminal: 'host', text: 'ls' }],
		elsewhere: undefined,
	},
	{
		kind: 'observed',
		when: 'before',
		snapshot: {
			machine: { cores: 2, memory: 4e9, kernel: '6.1.0' },
			otherProcesses: 80,
			processes: [
				{
					pid: 7,
					parent: 1,
					command: 'bash',
					terminal: undefined,
					root: '/',
					pids: [7],
					ownNamespaces: { mnt: 4026532201 },
				},
			],
			views: [],
			groups: [],
			mounts: [],
			files: [],
		},
	},
	{ kind: 'command-started', terminal: 'host', text: 'ls \\\n  -l', directory: '' },
	{ kind: 'output', terminal: 'host', text: 'Größe\t容器\nb' },
	{
		kind: 'command-exited',
		terminal: 'host',
		exit: 0,
		shell: 'same',
		dropped: 0,
		seconds: 0.01,
	},
	{ kind: 'checked', expectation: 'exit 0', seen: 'exit 0', held: true },
	{ kind: 'explained', text: 'So it is.' },
	{
		kind: 'recorded',
		on: {
			distribution: 'Debian',
			kernel: '6.1.0',
			cgroup: 'v2',
			uid: 0,
			date: '2026-11-24T14:46:04.258Z',
		},
		events: [{ kind: 'explained', text: 'So it was.' }],
	},
	{ kind: 'step-finished', step: 'one', outcome: 'passed', why: undefined, missing: [] },
	{
		kind: 'traced',
		step: 'one',
		index: 0,
		commands: [{ terminal: 'host', text: 'ls', calls: [call()], more: 0 }],
		on: undefined,
		missing: [],
	},
	{ kind: 'lesson-finished', lesson: 'chroot' },
];

function call(): TracedCall {
	return {
		name: 'chdir',
		args: ['"/"'],
		result: '0',
		times: 1,
		meaning: 'Changes directory.',
		page: 'chdir(2)',
	};
}

const recording = [
	writeHeader(header),
	...events.map((event, index) => writeLine(event, index / 3)),
].join('');

test('what was written is read again, with the milliseconds', async () => {
	const { header: read, events: timed, note } = await parseRecording(recording);
	expect(read).toEqual(header);
	expect(timed.map(({ event }) => event)).toEqual(events);
	expect(timed.slice(0, 4).map(({ at }) => at)).toEqual([0, 0.333, 0.667, 1]);
	expect(note).toBeUndefined();
});

test('every line is an object of its own', () => {
	const lines = recording.split('\n');
	expect(lines.pop()).toBe('');
	expect(lines).toHaveLength(events.length + 1);
	expect(lines.map((line) => typeof JSON.parse(line))).not.toContain('string');
});

test.each([1, 7, 1000])('it is read in pieces of %i characters too', async (size) => {
	const whole = await parseRecording(recording);
	await expect(parseRecording(inPieces(recording, size))).resolves.toEqual(whole);
});

test('a recording that breaks off is read up to there, with a note', async () => {
	const { events: timed, note } = await parseRecording(recording.slice(0, -20));
	expect(timed).toHaveLength(events.length - 1);
	expect(note).toBe(
		'The recording breaks off in the middle of line 14; it is replayed up to there.',
	);
});

test('only the last newline may be missing without a note', async () => {
	const { events: timed, note } = await parseRecording(recording.slice(0, -1));
	expect(timed).toHaveLength(events.length);
	expect(note).toBeUndefined();
});

test('nothing in a recording can move the cursor or colour the screen', async () => {
	const evil = writeLine({ kind: 'explained', text: 'a\u001B[2Jb\u0007\nc' }, 0);
	const { events: timed } = await parseRecording(writeHeader(header) + evil);
	expect(timed[0]?.event).toEqual({ kind: 'explained', text: 'ab\nc' });
});

test('a recording of before lessons had a digest is read as well', async () => {
	const { events: timed } = await parseRecording(recording.replace(/"digest":"\w+",/, ''));
	expect(timed).toHaveLength(events.length);
	expect(timed[0]?.event).not.toHaveProperty('digest');
});

const first = writeHeader(header);
const recordedStep = events.find(({ kind }) => kind === 'recorded');
const traced = events.find(({ kind }) => kind === 'traced');

test.each([
	['an empty file', '', /^This is not a recording: .*run --record FILE/],
	['a text', 'Dear diary,\n', /^This is not a recording/],
	['another JSON file', '{"name":"x"}\n', /^This is not a recording/],
	['a list', '[]\n', /^This is not a recording/],
	[
		'a newer format, whatever else it has',
		'{"program":"containers-under-the-hood","format":2}\n',
		/^This recording has format 2, and this version reads format 1\. .*@latest/,
	],
	['a line that is no JSON', `${first}oops\n`, /line 2 is not a JSON object/],
	['a line without a kind', `${first}{"at":0}\n`, /line 2 has no `kind`/],
	[
		'an unknown kind',
		`${first}\n{"at":0,"kind":"danced"}\n`,
		/line 3 has the unknown kind `danced`/,
	],
	[
		'a kind that every object has',
		`${first}{"at":0,"kind":"toString"}\n`,
		/unknown kind `toString`/,
	],
	[
		'an event without its time',
		`${first}{"kind":"explained","text":""}\n`,
		/line 2 is `explained` without a usable `at`/,
	],
	[
		'an event without a field',
		`${first}{"at":0,"kind":"output","terminal":"host"}\n`,
		/line 2 is `output` without a usable `text`/,
	],
	[
		'a field of another type',
		`${first}{"at":0,"kind":"setup","commands":{}}\n`,
		/line 2 is `setup` without a usable `commands`/,
	],
	[
		'a header that does not say what it was recorded on',
		writeHeader({ ...header, kernel: undefined } as never),
		/its first line has no usable `kernel`/,
	],
	[
		'a recorded step that does not say what it was recorded on',
		`${first}{"at":0,"kind":"recorded","on":{},"events":[]}\n`,
		/line 2 is `recorded` without a usable `on.distribution`/,
	],
	[
		'a recorded step with an event that is none',
		`${first}${writeLine({ ...recordedStep, events: ['x'] } as never, 0)}`,
		/line 2 is `recorded` without a usable `events\[0\]`/,
	],
	[
		'a recorded step with an event without a field',
		`${first}${writeLine({ ...recordedStep, events: [{ kind: 'explained' }] } as never, 0)}`,
		/line 2 is `recorded` without a usable `events\[0\]\.text`/,
	],
	[
		'a trace that does not say what it was recorded on',
		`${first}${writeLine({ ...traced, on: {} } as never, 0)}`,
		/line 2 is `traced` without a usable `on\.distribution`/,
	],
	[
		'a trace with a call that is none',
		`${first}${writeLine({ ...traced, commands: [{ terminal: '', text: '', calls: [null], more: 0 }] } as never, 0)}`,
		/line 2 is `traced` without a usable `commands\[0\]\.calls\[0\]`/,
	],
	[
		'an object that is null',
		`${first}{"at":0,"kind":"observed","when":"after","snapshot":null}\n`,
		/without a usable `snapshot`/,
	],
])('%s is refused in a sentence', async (_what, text, sentence) => {
	await expect(parseRecording(text)).rejects.toThrow(KnownError);
	await expect(parseRecording(text)).rejects.toThrow(sentence);
});

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
	for (let start = 0; start < text.length; start += size) {
		yield await Promise.resolve(text.slice(start, start + size));
	}
}

test('no character that a terminal would obey stands in a recording as it is', () => {
	const text = 'a\u001B[2J\u009B2J\u202Eb\u2028c\u007F';
	const line = writeLine({ kind: 'explained', text }, 1);
	expect(line).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u202E]/u);
	expect(JSON.parse(line)).toMatchObject({ text });
	expect(writeHeader({ ...header, distribution: text })).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
});
