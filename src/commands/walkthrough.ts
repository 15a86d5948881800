import type { Invocation } from '../command-line/arguments.ts';
import { createSession } from '../engine/run/session.ts';
import { createStore } from '../engine/run/store.ts';
import { checkWritable } from '../progress/check-writable.ts';
import { stateOwnerOf } from '../progress/state-owner.ts';
import { describeChange } from '../progress/resume.ts';
import { readProgress } from '../progress/store.ts';
import { originOf } from '../record/header.ts';
import { checkDirectories } from '../stage/directories.ts';
import { createFarewell } from '../report/farewell.ts';
import { createHost } from '../stage/host.ts';
import { install } from '../stage/install.ts';
import { type Probe, probe } from '../stage/probe.ts';
import { createTracingHost } from '../stage/tracing-host.ts';
import { makeLinesVisible } from '../text/visible-text.ts';
import type { Course, InstallSuggestion } from '../tui/course.ts';
import { runWalkthrough } from '../tui/walkthrough.tsx';
import { searchable } from './course.ts';
import { readHeader } from './header.ts';
import { homeDirectory } from './home.ts';
import { suggestInstallation } from './install-suggestion.ts';
import { finishLeftovers } from './leftovers.ts';
import { loadLessons } from './lessons.ts';
import { keptOf, memoryOf } from './memory.ts';
import { textWidth } from './output.ts';
import { keepProgress } from './progress-keeper.ts';
import { appearanceOf } from '../command-line/appearance.ts';
import { loadRecordings, readAllRecordings } from './recordings.ts';
import { listenForTermination, quitWithTerminal } from '../command-line/signals.ts';
import { openTranscript } from './transcript.ts';

/**
 * The lessons on a terminal, beginning where the learner was.
 * @returns 0, or as a shell reports the signal that ended it.
 */
export async function walkthrough(invocation: Invocation): Promise<number> {
	const { task, transcript: path } = invocation;
	const { motion, screenReader } = appearanceOf(invocation, process.env, true);
	const place = stateOwnerOf(process.env, process.getuid?.(), homeDirectory);
	await checkWritable(place.directory);
	const { progress, notice } = await readProgress(place.directory);
	if (notice !== undefined) {
		process.stderr.write(`${makeLinesVisible(notice)}\n`);
	}

	const lessons = await loadLessons(undefined);
	await finishLeftovers();
	checkDirectories();
	let machine = await probe();
	const recordings = await loadRecordings(lessons, machine.provisions);
	const course = createStore<Course>({
		...shownOn(machine),
		kept: keptOf(lessons, progress),
		recordedOn: undefined,
	});
	const keeper = keepProgress(place, progress, (now) => {
		course.set({ ...course.get(), kept: keptOf(lessons, now) });
	});
	using transcript = openTranscript(path, originOf(readHeader(machine.provisions)));
	const farewell = createFarewell(!screenReader);
	const session = createSession({
		lessons,
		recordings,
		openHost: () => Promise.resolve(createHost(machine.provisions, machine.stagePlan)),
		tracing: {
			openHost: () => Promise.resolve(createTracingHost(machine.provisions, machine.stagePlan)),
			recordings: () => readAllRecordings(machine.provisions),
		},
		onEvent(event) {
			keeper.watch(event);
			transcript.watch(event);
			farewell.keep(session.state.get());
		},
	});

	/** What the course shows of a machine with these tools. */
	function shownOn(found: Probe) {
		return {
			lessons: lessons.map((lesson) => searchable(lesson, found.provisions, recordings)),
			suggestion: suggestInstallation(found),
		};
	}

	async function* installed({ commands }: InstallSuggestion) {
		for await (const line of install(commands)) {
			yield `${line}\n`;
		}
		machine = await probe();
		course.set({ ...course.get(), ...shownOn(machine) });
	}

	using signals = listenForTermination();
	quitWithTerminal(signals);
	await runWalkthrough(
		course,
		{ session, memory: memoryOf(lessons, keeper), install: installed },
		{
			motion,
			screenReader,
			reviews: task === 'review',
			notice: describeChange(progress, lessons),
			signal: signals.signal,
		},
	);
	await keeper.saved();
	const told = farewell.lines(textWidth()).map((line) => `${line}\n`);
	process.stdout.write(
		`${told.join('')}All that the lessons made is removed. Your place is kept.\n${transcript.where}`,
	);
	return signals.exitCode();
}
