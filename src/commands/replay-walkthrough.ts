import { createReplaySession, lessonsOf } from '../engine/replay-session.ts';
import { originOf } from '../record/header.ts';
import type { Recording } from '../record/parse.ts';
import type { Course } from '../tui/course.ts';
import { runWalkthrough } from '../tui/walkthrough.tsx';
import { recordedSummary } from './course.ts';
import type { Looks } from './looks.ts';
import { listenForTermination, quitWithTerminal } from './signals.ts';

type ShownLooks = Pick<Looks, 'motion' | 'screenReader'>;

/** A recording on the screen of the walkthrough; nothing runs. */
export async function replayWalkthrough(recording: Recording, looks: ShownLooks): Promise<number> {
	const events = recording.events.map(({ event }) => event);
	const course: Course = {
		lessons: lessonsOf(events).map(recordedSummary),
		resume: undefined,
		finished: new Set(),
		session: createReplaySession(events),
		install: undefined,
		recall: undefined,
		recordedOn: originOf(recording.header),
	};
	using signals = listenForTermination();
	quitWithTerminal(signals);
	await runWalkthrough(course, { ...looks, reviews: false, signal: signals.signal });
	return signals.exitCode();
}
