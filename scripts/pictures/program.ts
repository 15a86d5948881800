// The walkthrough as it is, over a real run that was recorded, and without saying so: what it shows does
// not depend on the machine, the hour or a process id, and a picture changes only when a screen does.
import { createReplaySession, lessonsOf } from '../../src/engine/run/replay-session.ts';
import { createStore } from '../../src/engine/run/store.ts';
import { readRecording } from '../../src/commands/recordings-directory.ts';
import { nothingKept } from '../../src/tui/course.ts';
import { runWalkthrough } from '../../src/tui/walkthrough.tsx';

const [file = '', lesson, step = ''] = process.argv.slice(2);
const { events: lines } = await readRecording(file);
const events = lines.map(({ event }) => event);
const course = createStore({
	lessons: lessonsOf(events).map(({ started: { lesson, ...started } }) => ({
		...started,
		id: lesson,
		readiness: 'ready' as const,
		causes: [],
		recorded: 0,
	})),
	suggestion: undefined,
	kept: { ...nothingKept, resume: lesson === undefined ? undefined : { lesson, step } },
	recordedOn: undefined,
});
const services = { session: createReplaySession(events), memory: undefined, install: undefined };
const options = { motion: false, reviews: false, signal: new AbortController().signal };
await runWalkthrough(course, services, options);
