export type Found = { readonly title: string | undefined; readonly part: string };

/**
 * Where words stand in a lesson: the title of the step, and in which part of it. Undefined where they
 * do not stand in it; line breaks and indentation do not matter.
 */
export function findWords(lesson: string, words: string): Found | undefined {
	const [intro = '', ...steps] = lesson.split(/^## /m);
	if (has(intro, words)) {
		return { title: undefined, part: 'introduction' };
	}
	for (const step of steps) {
		if (has(step, words)) {
			const title = step.slice(0, step.indexOf('\n'));
			return { title, part: partOf(step.slice(title.length), words) };
		}
	}
	return undefined;
}

function partOf(step: string, words: string): string {
	const last = step.lastIndexOf('\n```\n');
	if (has(step.slice(last), words)) {
		return fails(step) ? 'explanation of a wrong turn' : 'explanation';
	}
	const hints = Array.from(step.matchAll(/^```hint\n(.*?)^```$/gms), ([, hint = '']) => hint);
	if (hints.some((hint) => has(hint, words))) {
		return 'hint';
	}
	const [answers = ''] = step.slice(step.search(/^- \[[ x]\]/m)).split('\n```');
	return /^- \[/m.test(step) && has(answers, words) ? 'wrong answer' : 'introduction of the step';
}

/** Whether a command of it is expected to fail. */
const fails = (step: string) => /^exit [1-9]/m.test(step);

const has = (text: string, words: string) => plain(text).includes(plain(words));
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
