import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { parseRecording } from '../../src/record/parse.ts';
import { KnownError } from '../../src/text/known-error.ts';

const file = fileURLToPath(new URL('../../assets/recordings/user-v2.ndjson.gz', import.meta.url));
const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
const observed = lines.filter((line) => line.includes('"kind":"observed"'));

const replace = (pattern: RegExp | string, replacement: string) => (line: string) =>
	line.replace(pattern, replacement);

const processes = String.raw`snapshot\.processes\[\d+\]`;
const groups = String.raw`snapshot\.groups\[\d+\]`;

test.each<[what: string, damage: (line: string) => string, field: string]>([
	['no snapshot', replace(/"snapshot".*/, '"x":0}'), 'snapshot'],
	['null for one', replace(/"snapshot".*/, '"snapshot":null}'), 'snapshot'],
	['a list for one', replace(/"snapshot".*/, '"snapshot":[]}'), String.raw`snapshot\.machine`],
	['no cores', replace('"cores"', '"kerne"'), String.raw`snapshot\.machine\.cores`],
	['-2 cores', replace(/"cores":\d+/, '"cores":-2'), String.raw`snapshot\.machine\.cores`],
	[
		'endless memory',
		replace(/"memory":\d+/, '"memory":1e999'),
		String.raw`snapshot\.machine\.memory`,
	],
	['a text as pid', replace(/"pid":(\d+)/, '"pid":"$1"'), String.raw`${processes}\.pid`],
	['half a parent', replace(/"parent":\d+/, '"parent":0.5'), String.raw`${processes}\.parent`],
	['no command line', replace('"command"', '"comman"'), String.raw`${processes}\.command`],
	['a text among pids', replace(/"pids":\[/, '"pids":["7",'), String.raw`${processes}\.pids\[0\]`],
	[
		'a list of namespaces',
		replace(/"ownNamespaces":\{[^}]*\}/, '"ownNamespaces":[]'),
		String.raw`${processes}\.ownNamespaces`,
	],
	[
		'a namespace that is none',
		replace(/"mnt":\d+/, '"mnt":null'),
		String.raw`${processes}\.ownNamespaces\.mnt`,
	],
	[
		'a text as rate',
		replace(/"sending":\d+/, '"sending":"fast"'),
		String.raw`${processes}\.network\.sending`,
	],
	['another /proc', replace(/"proc":"\w+"/, '"proc":"x"'), String.raw`snapshot\.views\[0\]\.proc`],
	['an object as quota', replace(/"quota":\d+/, '"quota":{}'), String.raw`${groups}\.cpu\.quota`],
	[
		'a text as member',
		replace(/"members":\[\d/, '"members":["x",2'),
		String.raw`${groups}\.members\[0\]`,
	],
	[
		'a mount on "yes"',
		replace(/"onStage":\w+/, '"onStage":"yes"'),
		String.raw`snapshot\.mounts\[0\]\.onStage`,
	],
	[
		'a socket',
		replace(/"kind":"(file|directory)"/, '"kind":"socket"'),
		String.raw`snapshot\.files\[\d+\]\.kind`,
	],
	[
		'a program of 128 bits',
		replace('"bits":64', '"bits":128'),
		String.raw`snapshot\.files\[\d+\]\.program`,
	],
	['another moment', replace(/"when":"\w+"/, '"when":"later"'), 'when'],
	['no time', replace(/^\{"at":[\d.]+/, '{"at":"now"'), 'at'],
	['a time beyond all numbers', replace(/^\{"at":[\d.]+/, '{"at":1e999'), 'at'],
])('a look with %s is told with file, line and field', async (_, damage, field) => {
	const line = observed.find((one) => damage(one) !== one) ?? '';
	const error = await errorOf(`${header}\n${observed[0] ?? ''}\n${damage(line)}\n`);
	expect(error.message).toMatch(
		new RegExp(
			`^The recording a\\.ndjson is damaged: line 3 is \`observed\` without a usable \`${field}\`\\. ` +
				'Record the run again, or remove that line\\.$',
		),
	);
	expect(error.exitCode).toBe(1);
});

test.each([
	['a line that is cut off', (observed[0] ?? '').slice(0, 300)],
	['a number', '42'],
	['null', 'null'],
	['a list', `[${observed[0] ?? ''}]`],
	['lists in lists without end', '['.repeat(200_000) + ']'.repeat(200_000)],
])('%s is told with file and line', async (_, line) => {
	await expect(errorOf(`${header}\n${line}\n`)).resolves.toHaveProperty(
		'message',
		'The recording a.ndjson is damaged: line 2 is not a JSON object. Record the run again, or remove that line.',
	);
});

test('a step from a recording is not looked for in such a step', async () => {
	const origin = /"kernel".*"date":"[^"]*"/.exec(header)?.[0] ?? '';
	const one = (events: string) => `{"kind":"recorded","on":{${origin}},"events":[${events}]}`;
	const deep = Array.from({ length: 5000 }).reduce<string>((events) => one(events), '');
	for (const events of [one(''), deep]) {
		const line = one(events).replace('{', '{"at":0,');
		expect((await errorOf(`${header}\n${line}\n`)).message).toMatch(
			/line 2 is (`recorded` without a usable `events\[0\]`|not a JSON object)/,
		);
	}
});

test.each([
	['a text', 'Dear diary,', 'a.ndjson is not a recording: '],
	['another program', header.replace('containers-under', 'pods-under'), 'a.ndjson is not a'],
	[
		'another format',
		header.replace('"format":1', '"format":2'),
		'This recording a.ndjson has format 2, ',
	],
	[
		'a text as user',
		header.replace(/"uid":\d+/, '"uid":"x"'),
		'The recording a.ndjson is damaged: its first line has no usable `uid`. ',
	],
	[
		'no version',
		header.replace('"version"', '"x"'),
		'The recording a.ndjson is damaged: its first line has no usable `version`. ',
	],
])('a first line that is %s is told with the file', async (_, line, sentence) => {
	expect((await errorOf(`${line}\n`)).message).toContain(sentence);
});

async function errorOf(text: string): Promise<KnownError> {
	const error: unknown = await parseRecording(text, 'a.ndjson').catch((error: unknown) => error);
	if (error instanceof KnownError) {
		return error;
	}
	throw error instanceof Error ? error : new Error('This recording is taken for a good one.');
}
