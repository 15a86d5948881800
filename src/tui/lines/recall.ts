import { layoutQuestion, layoutVerdict } from '../../report/question.ts';
import { sourceOf } from '../../report/recalled.ts';
import type { RecallWindow } from '../windows.ts';
import type { Content } from './content.ts';
import { hanging, section, sections } from './line.ts';
import { proseLines } from './prose.ts';

/** One question of an earlier lesson, and what there is to say to the answer. */
export function recallContent({ questions, index, said }: RecallWindow, width: number): Content {
	const asked = questions[index];
	if (!asked) {
		return { lines: [], fresh: 0, shown: 0 };
	}
	const { prose, question } = asked;
	const story = sections(
		hanging([], sourceOf(asked), 'dim', width),
		proseLines(prose, width),
		layoutQuestion(question, said, width),
	);
	if (said === undefined) {
		return { lines: story, fresh: 0, shown: 0 };
	}
	const verdict = section('The question', layoutVerdict(question, said, width), width);
	return { lines: sections(story, verdict), fresh: story.length, shown: 0 };
}
