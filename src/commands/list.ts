import { nothingHere } from '../without-linux/nothing-here.ts';
import { layoutCourse } from '../report/lessons.ts';
import { probe } from '../stage/probe.ts';
import { visibleJson } from '../text/visible-json.ts';
import { summarize } from './course.ts';
import { loadLessons } from './lessons.ts';
import { textWidth } from './output.ts';
import { loadRecordings } from './recordings.ts';

/** Prints the lessons, and how much of each can be done here. Returns the exit code. */
export async function list({ json }: { readonly json: boolean }): Promise<number> {
	const lessons = await loadLessons(undefined);
	const { platform } = process;
	const provisions = platform === 'linux' ? (await probe()).provisions : nothingHere(platform);
	const recordings = await loadRecordings(lessons, provisions);
	const summaries = lessons.map((lesson) => summarize(lesson, provisions, recordings));
	process.stdout.write(
		json ? `${visibleJson({ lessons: summaries })}\n` : layoutCourse(summaries, textWidth()),
	);
	return 0;
}
