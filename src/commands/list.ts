import { nothingHere } from '../elsewhere/capabilities.ts';
import { layoutCourse } from '../report/lessons.ts';
import { probe } from '../stage/probe.ts';
import { visibleJson } from '../text/visible-json.ts';
import { summarize } from './course.ts';
import { loadLessons } from './lessons.ts';
import { textWidth } from './output.ts';
import { loadRecordings } from './recordings.ts';

/** Lessons, and what of them can be done here. */
export async function list({ json }: { readonly json: boolean }): Promise<number> {
	const lessons = await loadLessons(undefined);
	const { platform } = process;
	const capabilities = platform === 'linux' ? (await probe()).capabilities : nothingHere(platform);
	const recordings = await loadRecordings(lessons, capabilities);
	const summaries = lessons.map((lesson) => summarize(lesson, capabilities, recordings));
	process.stdout.write(
		json ? `${visibleJson({ lessons: summaries })}\n` : layoutCourse(summaries, textWidth()),
	);
	return 0;
}
