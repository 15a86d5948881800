import { expect, test } from '@jest/globals';
import { foldView } from '../../../../src/engine/judge/difference/fold-view.ts';
import type { Row, Section } from '../../../../src/engine/judge/difference.ts';

const went: Row = { sign: '-', subject: '808 unshare --pid', detail: 'container-1' };
const came: Row = { sign: '+', subject: '813 bash', detail: 'container-1' };
const processes: Section = { name: 'processes', rows: [went, came], unchanged: '3 of ours' };
const view: Section = {
	name: 'container-2 sees',
	rows: [
		{ ...went, detail: '' },
		{ ...came, detail: '' },
	],
	unchanged: '3 of ours',
};

test('who sees the changes that the host sees has no list of their own', () => {
	expect(foldView(view, processes)).toEqual({
		name: 'container-2 sees',
		rows: [{ sign: '~', subject: 'the same 2 changes as the host', detail: '' }],
		unchanged: '',
	});
});

test('one change, or another one, is told as it is', () => {
	const one = { ...view, rows: view.rows.slice(0, 1) };
	expect(foldView(one, { ...processes, rows: [went] })).toBe(one);
	expect(foldView(one, processes)).toBe(one);
	const other = { ...view, rows: [went, { ...came, subject: '1 bash' }] };
	expect(foldView(other, processes)).toBe(other);
});
