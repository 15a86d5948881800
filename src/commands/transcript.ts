import type { LessonEvent } from '../engine/words/event.ts';
import type { Origin } from '../engine/words/origin.ts';
import { createMarkdownTranscript } from '../report/markdown-transcript.ts';
import { makeVisible } from '../text/visible-text.ts';
import { openWrittenFile } from './written-file.ts';

/** A run kept as a page of Markdown, where the learner asks for it. */
export type Transcript = Disposable & {
	watch(event: LessonEvent): void;
	/** Where the page is, as a sentence; empty where there is none. */
	readonly where: string;
};

/**
 * Opens the transcript of one run.
 * @param path The path of the file, which is continued at its end, so that several sittings make
 * one page; undefined for no transcript.
 */
export function openTranscript(path: string | undefined, on: Origin): Transcript {
	if (path === undefined) {
		return { watch: () => undefined, where: '', [Symbol.dispose]: () => undefined };
	}
	const file = openWrittenFile(path, 'transcript', 'a');
	const tell = createMarkdownTranscript(on);
	return {
		watch(event) {
			const text = tell(event);
			if (text !== '') {
				file.write(text);
			}
		},
		where: `What happened is in ${makeVisible(path)}.\n`,
		[Symbol.dispose]: () => {
			file[Symbol.dispose]();
		},
	};
}
