import type { Lesson } from '../lesson.ts';
import type { Manuscript, SourcePosition } from '../manuscript.ts';

/** Something to change, as a sentence that says what to write instead, and where. */
export type Remark = { readonly place: SourcePosition; readonly message: string };

/** Finds what is wrong with one lesson; its manuscript tells the places. */
export type Rule = (lesson: Lesson, manuscript: Manuscript) => readonly Remark[];
