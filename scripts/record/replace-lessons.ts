/**
 * A recording with some lessons made anew; each keeps the times of the run that it was in.
 * @param earlier lines of a recording of all lessons
 * @param later of some
 * @throws where the two are not from the same kind of machine, or a lesson was in no earlier recording
 */
export function replaceLessons(earlier: string, later: string): string {
	const [old = '', ...lessons] = split(earlier);
	const [header = '', ...anew] = split(later);
	if (machineOf(old) !== machineOf(header)) {
		throw new Error(
			`The others were recorded on another machine; record all lessons.\n${old}${header}`,
		);
	}

	const missing = anew.find((one) => !lessons.some((lesson) => idOf(lesson) === idOf(one)));
	if (missing !== undefined) {
		throw new Error(`Lesson "${idOf(missing)}" is in no earlier recording; record all lessons.`);
	}

	const replaced = lessons.map(
		(lesson) => anew.find((one) => idOf(one) === idOf(lesson)) ?? lesson,
	);
	return [header, ...replaced].join('');
}

/** The header, and each lesson with all of its events. */
const split = (recording: string) => recording.split(/^(?=.*"kind":"lesson-started")/m);

const machineOf = (header: string) =>
	JSON.stringify({ ...(JSON.parse(header) as object), date: undefined });

function idOf(lesson: string): string {
	const [first = ''] = lesson.split('\n', 1);
	const started = JSON.parse(first) as { readonly lesson: string };
	return started.lesson;
}
