// The walkthrough as it is, over a real run that was recorded, and without saying so: what it shows does
// not depend on the machine, the hour or a process id, and a picture changes only when a screen does.
import { createReplaySession, lessonsOf } from '../../src/engine/replay-session.ts';
import { readRecording } from '../../src/recordings-directory.ts';
import { runWalkthrough } from '../../src/tui/walkthrough.tsx';

const [file, lesson, step] = process.argv.slice(2);
const { events: lines } = await readRecording(file);
const events = lines.map(({ event }) => event);
const course = {
	lessons: lessonsOf(events).map(({ started: { lesson, ...started } }) => ({
		...started,
		id: lesson,
		readiness: 'ready',
		causes: [],
		recorded: 0,
	})),
	resume: lesson === undefined ? undefined : { lesson, step },
	finished: new Set(),
	session: createReplaySession(events),
	install: undefined,
	recall: undefined,
	recordedOn: undefined,
};
const options = { motion: false, reviews: false, signal: new AbortController().signal };
await runWalkthrough(course, options);
