import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { EventOf, LessonEvent } from '../../src/engine/words/event.ts';
import type { Host } from '../../src/engine/words/host.ts';
import { plan } from '../../src/engine/run/plan.ts';
import { runLesson } from '../../src/engine/run/run-lesson.ts';
import { readLessons } from '../../src/commands/lessons-directory.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';
import { createHost } from '../../src/stage/host.ts';
import { probe } from '../../src/stage/probe.ts';

const lessons = await readLessons('lessons');
const { provisions, stagePlan } = await probe();

/** The steps that build what a challenge is about; the others would only take their time. */
const stepsBefore: Readonly<Record<string, readonly string[]>> = {
	chroot: ['an-empty-directory'],
	libraries: ['a-file-called-bash', 'everything-that-ldd-names'],
	leak: [
		'ps-asks-for-proc',
		'a-proc-for-the-container',
		'a-second-container',
		'two-programs-at-work',
		'one-ends-the-other',
	],
	'process-ids': [],
	namespaces: ['four-at-once', 'an-empty-network'],
	'getting-out': [],
	layers: ['layer-upon-layer'],
	bandwidth: ['a-cable', 'as-fast-as-it-goes'],
	network: [
		'a-machine-to-play-with',
		'a-cable',
		'two-addresses',
		'two-cables-are-no-network',
		'a-switch',
	],
	'process-1': [],
	limits: [],
	capabilities: [],
	'fork-bombs': [],
	why: [],
	wrapper: [],
	image: [
		'a-layer-is-an-archive',
		'a-name-that-is-a-checksum',
		'what-a-later-layer-takes-away',
		'one-byte',
		'unpacked-in-order',
	],
};

const folder = new URL('./', import.meta.url);

for (const lesson of lessons) {
	const files = readdirSync(new URL(`${lesson.id}/`, folder)).filter(isForThisMachine);
	const count = (kind: string) => files.filter((file) => file.startsWith(kind)).length;
	const challenge = lesson.steps.at(-1);
	const isPossible = challenge?.needs.every((need) => provisions.provides.has(need)) === true;

	test(`${lesson.id} ends with a challenge that is tried in enough ways`, () => {
		expect(challenge?.kind).toBe('challenge');
		expect(count('right')).toBeGreaterThanOrEqual(2);
		expect(count('wrong')).toBeGreaterThanOrEqual(3);
	});

	(isPossible ? test : test.skip).each(files)(
		`${lesson.id}: %s`,
		async (file) => {
			const way = readFileSync(new URL(`${lesson.id}/${file}`, folder), 'utf8');
			const answer = await attempt(lesson, way);
			if (file.startsWith('right')) {
				expect(answer).toMatchObject({ kind: 'step-finished', outcome: 'passed' });
			} else {
				const seen = (answer as EventOf<'tried'>).checks.filter(({ held }) => !held);
				expect(answer.kind).toBe('tried');
				expect(seen.map((check) => check.seen).join('\n')).toContain(sayingIn(way, 'seen: '));
			}
		},
		180_000,
	);
}

/** `.v1.sh` is for cgroup v1 only. */
function isForThisMachine(file: string): boolean {
	const version = /\.(v[12])\.sh$/.exec(file)?.[1];
	return version === undefined || provisions.provides.has(`cgroup-${version as 'v1' | 'v2'}`);
}

function sayingIn(way: string, beginning: string): string {
	return new RegExp(`^# ${beginning}(.+)$`, 'm').exec(way)?.[1] ?? '';
}

/** What comes of a challenge when it has been done in this way, on a stage of its own. */
async function attempt(lesson: Lesson, way: string): Promise<LessonEvent> {
	const ids = stepsBefore[lesson.id] ?? [];
	const steps = lesson.steps.filter(({ id, kind }) => ids.includes(id) || kind === 'challenge');
	await using host = createHost(provisions, stagePlan);
	const end = new AbortController();
	const pace = {
		async beforeStep(index: number) {
			if (index < steps.length - 1) {
				return {};
			}
			await type(host, way);
			return { attempt: { kind: 'look' } as const };
		},
		commandSignal: () => new AbortController().signal,
	};
	const run = runLesson(plan({ ...lesson, steps }, provisions), host, pace, end.signal);
	for await (const event of run) {
		const isAnswer = event.kind === 'tried' || isEnd(event, steps.at(-1)?.id);
		if (event.kind === 'step-finished') {
			expect(event).toMatchObject({ outcome: 'passed' });
		}
		if (isAnswer) {
			return event;
		}
	}

	throw new Error('The challenge was not answered.');
}

function isEnd(event: LessonEvent, step: string | undefined): boolean {
	return event.kind === 'step-finished' && event.step === step;
}

/** Line by line, into a shell of the learner's own, or where a comment says it is typed. */
async function type(host: Host, way: string): Promise<void> {
	let terminal = 'visitor';
	for (const line of way.split('\n').filter((text) => text !== '')) {
		terminal = /^# in (\S+)$/.exec(line)?.[1] ?? terminal;
		if (line.startsWith('#')) {
			continue;
		}
		const answers = host.type(terminal, line, new AbortController().signal);
		for await (const answer of answers) {
			expect(answer).toBeDefined();
		}
	}
}
