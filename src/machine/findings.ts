import type { Circumstances } from '../kernel/circumstances.ts';
import type { Tools } from './tools.ts';

/**
 * What a machine is like and which tools it has, from which, with what was tried, a cause and a fix
 * are found.
 */
export type Findings = { readonly circumstances: Circumstances; readonly tools: Tools };
