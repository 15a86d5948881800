import { describe, expect, test } from '@jest/globals';
import {
	amongKeys,
	giveUp,
	patience,
	type InputState,
	sift,
} from '../../src/terminal-input/control-strings.ts';

const start = 1000;

/** What is left for the keyboard of what came in these reads, and where that has led. */
function siftAll(...chunks: readonly string[]): { keys: string; state: InputState } {
	return chunks.reduce(
		(before, chunk) => {
			const { keys, state } = sift(before.state, chunk, start);
			return { keys: before.keys + keys, state };
		},
		{ keys: '', state: amongKeys },
	);
}

describe.each([
	['a colour, to BEL', '\x1b]11;rgb:0/0/0\x07', ''],
	['a colour, to ST', '\x1b]11;rgb:1414/1919/1f1f\x1b\\', ''],
	['the name of the terminal', '\x1bP>|xkitty(0.3)\x1b\\', ''],
	['what kitty says of pictures', '\x1b_Gi=31;OK\x1b\\', ''],
	['PM and SOS', '\x1b^q\x1b\\\x1bXq\x1b\\', ''],
	['the short forms', '\x9dq\x9c\x90q\x9c\x9fq\x9c\x9eq\x9c\x98q\x9c', ''],
	['the short form, to BEL', '\x9d11;q\x07', ''],
	['a BEL in what BEL does not end', '\x1bPq\x07q\x1b\\', ''],
	['called off by CAN and by SUB', '\x1b]q\x18j\x1bPq\x1ak', 'jk'],
	['two in a row, among keys', 'j\x1b]11;q\x1b\\\x1bPx\x1b\\k\x1b_q\x1b\\l', 'jkl'],
	['characters of any alphabet', 'é\x1b]0;gestört 日本 🙂\x1b\\日🙂', 'é日🙂'],
	['cut off by an arrow', '\x1b]11;rgb:\x1b[Bj', '\x1b[Bj'],
	['cut off by another', '\x1b]11;rgb:\x1bPx\x1b\\j', 'j'],
	['an end with one ESC too many', '\x1bPx\x1b\x1b\\j', 'j'],
	['after Esc', '\x1b\x1b]q\x07j', '\x1bj'],
	[
		'keys',
		'j\r\x03\x7f\x1b[A\x1bOP\x1b[61;4;6c\x1b[[A',
		'j\r\x03\x7f\x1b[A\x1bOP\x1b[61;4;6c\x1b[[A',
	],
	['keys with Alt', '\x1bj\x1b\x1b[A\x1b\\', '\x1bj\x1b\x1b[A\x1b\\'],
	['a pasted text', '\x1b[200~a\x1b]q\x07\x9dq\x1b[201~j', '\x1b[200~a\x1b]q\x07\x9dq\x1b[201~j'],
	['after a pasted text', '\x1b[200~\x1b[20\x1b[201~\x1b]q\x07j', '\x1b[200~\x1b[20\x1b[201~j'],
	['what only looks like a paste', '\x1b[20~\x1b]q\x07[200~\x1b]q\x07', '\x1b[20~[200~'],
])('%s', (_, sent, keys) => {
	test('in one read', () => {
		expect(siftAll(sent)).toEqual({ keys, state: expect.objectContaining({ in: 'keys' }) });
	});

	test('in two, wherever the first ends', () => {
		for (let at = 1; at < sent.length; at++) {
			expect([at, siftAll(sent.slice(0, at), sent.slice(at)).keys]).toEqual([at, keys]);
		}
	});

	test('in one for each character', () => {
		expect(siftAll(...sent.split('')).keys).toBe(keys);
	});
});

test.each([
	['Esc', '\x1b', patience.escape, '\x1b[27u'],
	['Esc, twice', '\x1b\x1b', patience.escape, '\x1b[27u\x1b[27u'],
	['Alt-[', '\x1b[', patience.escape, ''],
	['half an answer', '\x1b[?61;4', patience.answer, ''],
	['Alt-]', '\x1b]', patience.answer, ''],
	['Alt-P, and what was typed at once', '\x1bPjk', patience.answer, ''],
	['half an end', '\x1b]11;q\x1b', patience.answer, ''],
])('%s is given up, and the keyboard goes on', (_, sent, wait, keys) => {
	const { keys: before, state } = siftAll(sent);
	expect(before).toBe('');
	expect(state.givenUpAt).toBe(start + wait);
	const given = giveUp(state, start);
	expect(given.keys).toBe(keys);
	expect(sift(given.state, 'r', start).keys).toBe('r');
});

test('the time counts from the beginning, whatever is typed meanwhile', () => {
	const { state } = siftAll('\x1b]');
	expect(sift(state, 'jk', start + 400).state.givenUpAt).toBe(start + patience.answer);
});

test('it counts anew while the terminal goes on to talk', () => {
	const { state } = siftAll('\x1b]52;c;');
	const { state: next } = sift(state, 'rqb'.repeat(30_000), start + 400);
	expect(next.givenUpAt).toBe(start + 400 + patience.answer);
	expect(sift(next, 'q\x07j', start + 800).keys).toBe('j');
});

test.each([
	'\x1b]11;rgb:0/0/0\x07',
	'\x1bP>|kitty(q)\x1b\\',
	'\x1b_Gi=31;OK\x1b\\',
	'\x1bP1+r54\x1b\\',
])('the rest of an answer is none either, long after its ESC: %j', (sent) => {
	const { state } = giveUp(siftAll('\x1b').state, start);
	expect(sift(state, `${sent.slice(1)}j`, start + 400).keys).toBe('j');
	// One key is what a person types, and what comes later is no answer.
	expect(sift(state, ']', start + 400).keys).toBe(']');
	expect(sift(state, sent.slice(1), start + patience.answer).keys).not.toBe('');
});

test.each(['\x1b[?61;4;6c', '\x1b[24;80R', '\x1b[>41;390;0c', '\x1b[?1u'])(
	'an answer that comes in parts is passed on whole, as Ink knows it: %j',
	(sent) => {
		for (let at = 3; at < sent.length; at++) {
			const { keys, state } = siftAll(sent.slice(0, at));
			expect([at, keys]).toEqual([at, '']);
			expect(sift(state, sent.slice(at), start + 400).keys).toBe(sent);
		}

		const { state } = giveUp(siftAll('\x1b[').state, start);
		expect(sift(state, sent.slice(2), start + 100).keys).toBe(sent);
	},
);

test('a paste that does not end is ended, and the keyboard goes on', () => {
	const { state } = siftAll('\x1b[200~abc');
	expect(state.givenUpAt).toBe(start + patience.paste);
	expect(giveUp(state, start)).toEqual({ state: amongKeys, keys: '\x1b[201~' });
});
