/** Whether an expectation held, and what was really there, held or not: `exit 127`. */
export type Verdict = { readonly seen: string; readonly held: boolean };

/** A verdict, and the sentence of the lesson that it is about. */
export type Check = Verdict & { readonly expectation: string };
