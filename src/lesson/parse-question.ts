import type { List, ListItem, RootContent } from 'mdast';
import { type Manuscript, report } from './manuscript.ts';
import type { Answer, WrittenQuestion } from './question.ts';
import { placeOfNode, slice } from './sections.ts';

/** The prose of a step, and the question that it ends with, if it does. */
export type Asked = {
	readonly prose: readonly RootContent[];
	readonly question: WrittenQuestion | undefined;
};

/**
 * Takes the question out of the prose of a step: the paragraph before a list in which each item
 * begins with `[ ]` or `[x]`. Whatever else stands in an item is the reply to those who chose it.
 *
 * @example
 *     Which number does the process have inside?
 *
 *     - [x] 1
 *     - [ ] The same as outside
 *
 *       It has that as well, as the host sees it.
 */
export function parseQuestion(nodes: readonly RootContent[], manuscript: Manuscript): Asked {
	const lists = nodes.filter(isQuiz);
	const [list] = lists;
	if (list === undefined) {
		return { prose: nodes, question: undefined };
	}
	for (const other of lists.slice(1)) {
		report(manuscript, placeOfNode(other), oneQuestion);
	}
	const at = nodes.indexOf(list);
	if (at < nodes.length - 1) {
		report(manuscript, placeOfNode(list), comesLast);
	}
	const asking = nodes[at - 1];
	if (asking?.type !== 'paragraph') {
		report(manuscript, placeOfNode(list), noQuestion);
		return { prose: nodes.slice(0, at), question: undefined };
	}

	const answers = list.children.map((item) => parseAnswer(item, manuscript));
	reportFaults(list, answers, manuscript);
	return {
		prose: nodes.slice(0, at - 1),
		question: {
			text: slice(manuscript, [asking]),
			answers,
			source: slice(manuscript, [asking, list]),
		},
	};
}

function isQuiz(node: RootContent): node is List {
	return node.type === 'list' && node.children.some(isAnswer);
}

function isAnswer(item: ListItem): boolean {
	const [first] = item.children;
	const text = first?.type === 'paragraph' ? first.children[0] : undefined;
	return text?.type === 'text' && mark.test(text.value);
}

const mark = /^\[([ x])\]\s+/;

function parseAnswer(item: ListItem, manuscript: Manuscript): Answer {
	const [first, ...rest] = item.children;
	const written = first === undefined ? '' : slice(manuscript, [first]);
	const reply = slice(manuscript, rest).replaceAll(/^ +/gm, '');
	return {
		text: written.replace(mark, '').replaceAll(/\n\s*/g, ' '),
		isRight: mark.exec(written)?.[1] === 'x',
		reply: reply === '' ? undefined : reply,
	};
}

function reportFaults(list: List, answers: readonly Answer[], manuscript: Manuscript): void {
	if (answers.length < 2 || answers.length > 4) {
		report(manuscript, placeOfNode(list), someAnswers);
	}
	if (answers.filter(({ isRight }) => isRight).length !== 1) {
		report(manuscript, placeOfNode(list), oneIsRight);
	}

	for (const [index, item] of list.children.entries()) {
		const answer = answers[index];
		if (!isAnswer(item)) {
			report(manuscript, placeOfNode(item), noMark);
		} else if (answer && !answer.isRight && answer.reply === undefined) {
			report(manuscript, placeOfNode(item), noReply);
		}
	}
}

const oneQuestion = 'A step asks one question; make two steps of it.';
const comesLast = 'The question is the last thing before the commands; move it below this prose.';
const noQuestion = 'These are answers; write the question in a paragraph right above them.';
const someAnswers = 'A question has two to four answers.';
const oneIsRight = 'Exactly one answer is right; mark it with `[x]`, and the others with `[ ]`.';
const noMark = 'Begin every answer with `[ ]`, or with `[x]` if it is the right one.';
const noReply =
	'Somebody will choose this wrong answer; tell them, in an indented paragraph below it, what is so instead.';
