import type { Circumstances } from '../kernel/circumstances.ts';
import type { Tools } from './tools.ts';

/** What a cause and a fix are found from, beside what was tried. */
export type Situation = { readonly circumstances: Circumstances; readonly tools: Tools };
