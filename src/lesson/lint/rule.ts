import type { Lesson } from '../lesson.ts';
import type { Manuscript, Place } from '../manuscript.ts';

/** Something to change. The message is a sentence that says what to write instead. */
export type Remark = { readonly place: Place; readonly message: string };

/** Looks at one lesson; the manuscript is for the places. */
export type Rule = (lesson: Lesson, manuscript: Manuscript) => readonly Remark[];
