import { createReplaySession, lessonsOf } from '../engine/replay-session.ts';
import { originOf } from '../record/header.ts';
import type { Recording } from '../record/parse.ts';
import type { Course } from '../tui/course.ts';
import { runWalkthrough } from '../tui/walkthrough.tsx';
import { listenForTermination } from './signals.ts';

/** A recording on the screen of the walkthrough; nothing runs. */
export async function replayWalkthrough(recording: Recording, motion: boolean): Promise<number> {
	const events = recording.events.map(({ event }) => event);
	const course: Course = {
		lessons: lessonsOf(events).map(({ started: { lesson, ...started } }) => ({
			...started,
			id: lesson,
			readiness: 'ready',
			causes: [],
			recorded: started.steps.length,
		})),
		resume: undefined,
		finished: new Set(),
		session: createReplaySession(events),
		install: undefined,
		recall: undefined,
		recordedOn: originOf(recording.header),
	};
	using signals = listenForTermination();
	await runWalkthrough(course, { motion, reviews: false, signal: signals.signal });
	return signals.exitCode();
}
