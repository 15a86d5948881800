/**
 * The state of reading a terminal's input: among keys, in a control sequence that has not ended, in
 * pasted text, or in a control string. By control sequences and strings (ECMA-48, 5.4 and 5.6) a
 * terminal answers a program that asks it for its colours, say. If that program has already ended,
 * such as an editor in a visit, the answer reaches this program, and its letters are no keys.
 */
export type InputState = Keys | Sequence | Paste | ControlString;

type Keys = {
	readonly in: 'keys';
	/**
	 * The number of ESC characters that are held back, because the next character says whether they
	 * begin something.
	 */
	readonly escapes: number;
	/**
	 * The beginning of something that was given up, and the time until which an answer may still
	 * follow it, in milliseconds as `now` counts them.
	 */
	readonly late?: { readonly beginning: string; readonly until: number };
	readonly givenUpAt?: number;
};

type Sequence = {
	readonly in: 'sequence';
	/** The sequence so far, from its ESC. */
	readonly text: string;
	readonly givenUpAt: number;
};

type Paste = {
	readonly in: 'paste';
	/** The number of characters of its end marker that were passed on last. */
	readonly ended: number;
	readonly givenUpAt: number;
};

type ControlString = {
	readonly in: 'string';
	/** Whether it is an OSC, the only string that BEL ends as well. */
	readonly isCommand: boolean;
	/** Whether its last character is an ESC. */
	readonly isEscaped: boolean;
	readonly givenUpAt: number;
};

/** What a piece of input leads to. */
export type Sifted = {
	readonly state: InputState;
	/** The characters that are left for the keyboard. */
	readonly keys: string;
};

/** The state in which nothing is held back. */
export const amongKeys: InputState = { in: 'keys', escapes: 0 };

/**
 * How long something unfinished is waited for, in milliseconds. A lone ESC is the key Esc if
 * nothing follows it soon; a key that does follow is one with Alt.
 *
 * A string that never ends was Alt-] or Alt-P, and must not cost the learner the keyboard. Half a
 * second is longer than ssh takes to send a lost packet again, and passes unnoticed. A paste that
 * never ends must not cost it either, but what is pasted must not become keys where the network
 * stands still for a while.
 */
export const patience = { escape: 20, answer: 500, paste: 10_000 };

/**
 * A number of characters in one read that no person can have typed: the terminal is still talking.
 */
const neverTyped = 16;

/**
 * Takes the control strings out of a piece of input, in which they may begin and end anywhere.
 *
 * @param now The time, in milliseconds.
 */
export function sift(before: InputState, chunk: string, now: number): Sifted {
	let state = before;
	let keys = '';
	for (const character of beginningOf(chunk, before, now) + chunk) {
		const sifted = siftOne(state, character, now);
		state = sifted.state;
		keys += sifted.keys;
	}

	return { state: chunk.length < neverTyped ? state : renew(state, now), keys };
}

/**
 * Returns what becomes of held-back input when nothing has followed in time: of an answer, nothing
 * is left.
 */
export function giveUp(state: InputState, now: number): Sifted {
	switch (state.in) {
		case 'keys':
			return { state: awaitAnswer(escape, now), keys: escapeKey.repeat(state.escapes) };
		case 'sequence':
			return { state: awaitAnswer(state.text, now), keys: '' };
		case 'paste':
			return { state: amongKeys, keys: pasteEnd };
		case 'string':
			return { state: amongKeys, keys: '' };
	}
}

function awaitAnswer(beginning: string, now: number): InputState {
	return { in: 'keys', escapes: 0, late: { beginning, until: now + patience.answer } };
}

/**
 * Returns the beginning that was given up before, where this piece continues it as an answer: no
 * person types an answer in one read.
 */
function beginningOf(chunk: string, state: InputState, now: number): string {
	if (state.in !== 'keys' || state.late === undefined || now >= state.late.until) {
		return '';
	}
	const { beginning } = state.late;
	return chunk.length > 1 && answer.test(beginning + chunk) ? beginning : '';
}

function renew(state: InputState, now: number): InputState {
	return state.in === 'string' ? { ...state, givenUpAt: now + patience.answer } : state;
}

function siftOne(state: InputState, character: string, now: number): Sifted {
	switch (state.in) {
		case 'keys':
			return siftKey(state, character, now);
		case 'sequence':
			return siftSequence(state, character, now);
		case 'paste':
			return siftPasted(state, character, now);
		case 'string':
			return siftString(state, character, now);
	}
}

function siftKey({ escapes }: Keys, character: string, now: number): Sifted {
	const held = escape.repeat(escapes);
	if (character === escape) {
		return {
			state: { in: 'keys', escapes: escapes + 1, givenUpAt: now + patience.escape },
			keys: '',
		};
	}

	if (escapes > 0 && character === '[') {
		const givenUpAt = now + patience.escape;
		return { state: { in: 'sequence', text: `${held}[`, givenUpAt }, keys: '' };
	}

	if (escapes > 0 && introducers.includes(character)) {
		return { state: beginString(character === ']', now), keys: held.slice(1) };
	}

	if (shortIntroducers.includes(character)) {
		return { state: beginString(character === shortCommand, now), keys: held };
	}

	return { state: amongKeys, keys: held + character };
}

/**
 * Takes one more character of a sequence, which is passed on whole: Ink gives up a sequence that
 * comes in parts sooner than the parts of an answer come.
 */
function siftSequence({ text }: Sequence, character: string, now: number): Sifted {
	if (character === escape) {
		return { ...siftKey({ in: 'keys', escapes: 0 }, character, now), keys: text };
	}

	const whole = text + character;
	if (whole.endsWith(pasteStart)) {
		return { state: beginPaste(now), keys: whole };
	}
	return isUnfinished.test(whole)
		? { state: { in: 'sequence', text: whole, givenUpAt: now + patience.answer }, keys: '' }
		: { state: amongKeys, keys: whole };
}

/**
 * Takes one more character of pasted text, all of which is meant, also what looks like a control
 * string.
 */
function siftPasted({ ended }: Paste, character: string, now: number): Sifted {
	const next = character === pasteEnd[ended] ? ended + 1 : character === escape ? 1 : 0;
	const state = next === pasteEnd.length ? amongKeys : { ...beginPaste(now), ended: next };
	return { state, keys: character };
}

function siftString(state: ControlString, character: string, now: number): Sifted {
	const { isCommand, isEscaped } = state;
	const isEnd =
		endings.includes(character) ||
		(isCommand && character === bell) ||
		(isEscaped && character === '\\');
	if (isEnd) {
		return { state: amongKeys, keys: '' };
	}
	// Another sequence begins, such as an arrow; as in a terminal, it ends the string.
	if (isEscaped && character !== escape) {
		return siftKey({ in: 'keys', escapes: 1 }, character, now);
	}

	return { state: { ...state, isEscaped: character === escape }, keys: '' };
}

const beginString = (isCommand: boolean, now: number): ControlString => ({
	in: 'string',
	isCommand,
	isEscaped: false,
	givenUpAt: now + patience.answer,
});

const beginPaste = (now: number): Paste => ({
	in: 'paste',
	ended: 0,
	givenUpAt: now + patience.paste,
});

const escape = '\u001B';
const bell = '\u0007';
const pasteStart = `${escape}[200~`;
const pasteEnd = `${escape}[201~`;
/** The key Esc in a form that leaves nothing to wait for; Ink takes it from every terminal. */
const escapeKey = `${escape}[27u`;

/** The characters that begin a string after ESC: DCS, SOS, OSC, PM and APC. */
const introducers = ['P', 'X', ']', '^', '_'];
/** The same beginnings, each as one character. */
const shortIntroducers = ['\u0090', '\u0098', '\u009D', '\u009E', '\u009F'];
const shortCommand = '\u009D';
/**
 * The characters that end a string: ST as one character, and CAN and SUB, which call a string off.
 */
const endings = ['\u009C', '\u0018', '\u001A'];

/** Matches the beginning of an OSC, a DCS, an APC or a CSI that is an answer. */
const answer = /^\u001B(?:\]\d+;|P[\d!>]|_G|\[[\d;?>])/;
/**
 * Matches a sequence that lacks its last character, as Ink knows it: `ESC [ [ A` and `ESC [ 2 $`
 * are keys as well.
 */
const isUnfinished = /^\u001B+\[(?:\[|(?![235678]\$)[\u0020-\u003F]+)$/;
