import { literal, string } from 'valibot';
import type { Origin } from '../../engine/words/origin.ts';
import { type Entries, fields } from '../../schema/fields.ts';
import { count } from '../../schema/values.ts';
import { currentFormat, type Header, program } from '../header.ts';

const entries: Entries<Origin> = {
	distribution: string(),
	kernel: string(),
	cgroup: string(),
	uid: count,
	date: string(),
};

export const origin = fields<Origin>(entries);

export const header = fields<Header>({
	...entries,
	format: literal(currentFormat),
	program: literal(program),
	version: string(),
	node: string(),
});
