import type { Mode } from '../arguments.ts';
import { createSession } from '../engine/session.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { checkWritable } from '../progress/check-writable.ts';
import { countAnswers } from '../progress/forget.ts';
import { progressPlace } from '../progress/place.ts';
import { describeChange, stepToResume } from '../progress/resume.ts';
import { readProgress } from '../progress/store.ts';
import { originOf } from '../record/header.ts';
import { checkPlace } from '../stage/base.ts';
import { createFarewell } from '../report/farewell.ts';
import { createHost } from '../stage/host.ts';
import { type Probe, probe } from '../stage/probe.ts';
import { createTracingHost } from '../stage/tracing-host.ts';
import { makeLinesVisible } from '../text/visible-text.ts';
import type { Course } from '../tui/course.ts';
import { runWalkthrough } from '../tui/walkthrough.tsx';
import { searchable } from './course.ts';
import { readHeader } from './header.ts';
import { homeDirectory } from './home.ts';
import { installOffer } from './install-offer.ts';
import { finishLeftovers } from './leftovers.ts';
import { loadLessons } from './lessons.ts';
import { textWidth } from './output.ts';
import { keepProgress } from './progress-keeper.ts';
import { recallFor } from './recall.ts';
import { looksOf } from './looks.ts';
import { loadRecordings, readAllRecordings } from './recordings.ts';
import { listenForTermination, quitWithTerminal } from './signals.ts';
import { openTranscript } from './transcript.ts';

/**
 * The lessons on a terminal, beginning where the learner was.
 * @returns 0, or as a shell reports the signal that ended it.
 */
export async function walkthrough(mode: Mode): Promise<number> {
	const { task, transcript: path } = mode;
	const { motion, screenReader } = looksOf(mode, process.env, true);
	const place = progressPlace(process.env, process.getuid?.(), homeDirectory);
	await checkWritable(place.directory);
	const { progress, notice } = await readProgress(place.directory);
	if (notice !== undefined) {
		process.stderr.write(`${makeLinesVisible(notice)}\n`);
	}

	const lessons = await loadLessons(undefined);
	await finishLeftovers();
	checkPlace();
	let machine = await probe();
	const recordings = await loadRecordings(lessons, machine.capabilities);
	const keeper = keepProgress(place, progress);
	using transcript = openTranscript(path, originOf(readHeader(machine.capabilities)));
	const farewell = createFarewell(!screenReader);
	const course: Course = {
		...offered(lessons, machine),
		resume: undefined,
		finished: new Set(),
		recordedOn: undefined,
		notice: describeChange(progress, lessons),
		memory: {
			answers: (lesson) => countAnswers(keeper.progress(), lesson),
			forget(lesson) {
				keeper.forget(lesson);
				remember();
			},
		},
		recall: recallFor(lessons, keeper),
		session: createSession({
			lessons,
			recordings,
			openHost: () => Promise.resolve(createHost(machine.capabilities, machine.means)),
			tracing: {
				openHost: () => Promise.resolve(createTracingHost(machine.capabilities, machine.means)),
				recordings: () => readAllRecordings(machine.capabilities),
			},
			onEvent(event) {
				keeper.watch(event);
				transcript.watch(event);
				farewell.keep(course.session.state.get());
				remember();
			},
		}),
	};

	function remember() {
		const kept = keeper.progress();
		const { lesson, finished } = kept;
		const steps = lessons.map((one) => [one.id, stepToResume(kept, one)] as const);
		const places = new Map(steps);
		course.places = places;
		course.resume = lesson === undefined ? undefined : { lesson, step: places.get(lesson) };
		course.finished = new Set(Object.keys(finished));
	}

	function offered(all: readonly Lesson[], found: Probe) {
		return {
			lessons: all.map((lesson) => searchable(lesson, found.capabilities, recordings)),
			install: installOffer(found, async () => {
				machine = await probe();
				Object.assign(course, offered(all, machine));
			}),
		};
	}

	remember();
	using signals = listenForTermination();
	quitWithTerminal(signals);
	const reviews = task === 'review';
	await runWalkthrough(course, { motion, screenReader, reviews, signal: signals.signal });
	await keeper.saved();
	const told = farewell.lines(textWidth()).map((line) => `${line}\n`);
	process.stdout.write(
		`${told.join('')}All that the lessons made is removed. Your place is kept.\n${transcript.where}`,
	);
	return signals.exitCode();
}
