import type { LessonEvent } from '../engine/event.ts';
import type { Origin } from '../engine/origin.ts';
import { createMarkdownTranscript } from '../report/markdown-transcript.ts';
import { makeVisible } from '../text/visible-text.ts';
import { openWrittenFile } from './written-file.ts';

/** Keeps a run as a page of Markdown, where the learner asks for it. */
export type Transcript = Disposable & {
	watch(event: LessonEvent): void;
	/** A sentence that says where it is; empty where there is none. */
	readonly where: string;
};

/** @param path Goes on at its end, so that several sittings make one page; undefined for none. */
export function openTranscript(path: string | undefined, on: Origin): Transcript {
	if (path === undefined)
		return { watch: () => undefined, where: '', [Symbol.dispose]: () => undefined };
	const file = openWrittenFile(path, 'transcript', 'a');
	const tell = createMarkdownTranscript(on);
	return {
		watch(event) {
			const told = tell(event);
			if (told !== '') file.write(told);
		},
		where: `What happened is in ${makeVisible(path)}.\n`,
		[Symbol.dispose]: () => {
			file[Symbol.dispose]();
		},
	};
}
