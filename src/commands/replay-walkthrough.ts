import { createReplaySession, lessonsOf } from '../engine/run/replay-session.ts';
import { createStore } from '../engine/run/store.ts';
import { originOf } from '../record/header.ts';
import type { Recording } from '../record/parse.ts';
import type { Course } from '../tui/course.ts';
import { runWalkthrough } from '../tui/walkthrough.tsx';
import { recordedSummary } from './course.ts';
import type { Appearance } from '../command-line/appearance.ts';
import { listenForTermination, quitWithTerminal } from '../command-line/signals.ts';

type ShownLooks = Pick<Appearance, 'motion' | 'screenReader'>;

/** A recording on the screen of the walkthrough; nothing runs. */
export async function replayWalkthrough(recording: Recording, looks: ShownLooks): Promise<number> {
	const events = recording.events.map(({ event }) => event);
	const course = createStore<Course>({
		lessons: lessonsOf(events).map(recordedSummary),
		suggestion: undefined,
		kept: undefined,
		recordedOn: originOf(recording.header),
	});
	const services = {
		session: createReplaySession(events),
		memory: undefined,
		install: undefined,
	};
	using signals = listenForTermination();
	quitWithTerminal(signals);
	await runWalkthrough(course, services, { ...looks, reviews: false, signal: signals.signal });
	return signals.exitCode();
}
