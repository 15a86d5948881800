import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { initialState, reduce } from '../../src/engine/run/state.ts';
import { originOf } from '../../src/record/header.ts';
import { parseRecording, type Recording } from '../../src/record/parse.ts';
import { createPlainReporter } from '../../src/report/plain.ts';
import { KnownError } from '../../src/text/known-error.ts';
import { createRandom, mutate } from './mutate.ts';

const file = fileURLToPath(new URL('../../assets/recordings/user-v2.ndjson.gz', import.meta.url));
const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
const header = lines[0] ?? '';
const isOf = (kind: string) => (line: string) => line.includes(`"kind":"${kind}"`);
const [lesson = ''] = lines.filter(isOf('lesson-started'));
const [setup = ''] = lines.filter(isOf('setup'));

/** The lines of the steps, each from its beginning to what was traced of it, the shortest first. */
const steps: readonly (readonly string[])[] = lines
	.flatMap((line, at) => (isOf('step-started')(line) ? [at] : []))
	.map((begin) =>
		lines.slice(begin, lines.findIndex((line, at) => at > begin && isOf('traced')(line)) + 1),
	)
	.sort((one, other) => one.join('').length - other.join('').length);

/** The shortest step with a look that has this in it. */
const stepWith = (words: RegExp): readonly string[] =>
	steps.find((step) => step.filter(isOf('observed')).some((line) => words.test(line))) ?? [];

/** What no recording of ours has: an answer, an attempt, a visit, and a step from a recording. */
function withTheRest([started = '', look = '', ...others]: readonly string[]): readonly string[] {
	const snapshot = look.slice(look.indexOf('"snapshot":') + '"snapshot":'.length, -1);
	const on = header.slice(header.indexOf('"kernel"'));
	const checks = '"checks":[{"expectation":"exit 0","seen":"exit 1","held":false}]';
	const shown = [started, ...others.slice(-4, -1)].map((line) => line.replace(/"at":[\d.]+,/, ''));
	return [
		started.replace('"commands"', '"task":{"kind":"challenge","hints":["Look."]},"commands"'),
		'{"at":1,"kind":"predicted","answer":1}',
		`{"at":1,"kind":"tried",${checks},"why":"It did not."}`,
		`{"at":2,"kind":"visited","terminal":"host","before":${snapshot},"after":${snapshot},${checks}}`,
		`{"at":3,"kind":"recorded","on":{${on},"events":[${shown.join(',')}]}`,
		'{"at":3,"kind":"step-finished","step":"x","outcome":"skipped","missing":[{"cause":"No.","fix":"Do."}]}',
		'{"at":4,"kind":"lesson-finished","lesson":"x"}',
	];
}

const recordings: readonly [what: string, lines: readonly string[]][] = [
	['a limit', [header, lesson, setup, ...stepWith(/"quota":\d/)]],
	['a network', [header, ...stepWith(/"sending":[1-9]/)]],
	['a mount', [header, ...stepWith(/"mounts":\[\{.*"loader"/)]],
	['all that a recording may have', [header, lesson, ...withTheRest(stepWith(/"refused":[1-9]/))]],
];

test.each(recordings)('a step with %s can be replayed', async (_, lines) => {
	expect(replay(await read(lines))).toContain('Passed there');
});

test.each(recordings)('what becomes of mutants of %s is a sentence or a text', async (_, lines) => {
	const random = createRandom(7);
	const whole = await read(lines);
	let loaded = 0;
	for (let count = 0; count < 80; count++) {
		const at = Math.floor(random() * lines.length);
		const mutant = mutate(lines[at] ?? '', random);
		// What is known of a line is known from that line alone, so that only it need be read again.
		const found = await read(at === 0 ? [mutant] : [header, mutant]).catch(refusalOf);
		if (typeof found === 'string') {
			expect(found).toMatch(at === 0 ? /a\.ndjson .*\.$/ : /a\.ndjson is damaged: line 2 .*\.$/);
		} else {
			loaded += 1;
			const events = at === 0 ? whole.events : whole.events.toSpliced(at - 1, 1, ...found.events);
			expect(typeof replay({ ...found, events })).toBe('string');
		}
	}
	// Else the mutants are too wild, or too tame, to find anything out.
	expect(loaded).toBeGreaterThan(10);
	expect(loaded).toBeLessThan(70);
});

function refusalOf(error: unknown): string {
	if (error instanceof KnownError) {
		return error.message;
	}
	throw error;
}

const read = (lines: readonly string[]) => parseRecording(`${lines.join('\n')}\n`, 'a.ndjson');

/** As plain text; the state of the screen is made as well, since it is what the walkthrough draws. */
function replay({ header, events }: Recording): string {
	const report = createPlainReporter({ columns: 80, colour: false, recordedOn: originOf(header) });
	events.reduce((state, { event }) => reduce(state, event), initialState);
	return events.map(({ event }) => report(event)).join('');
}
