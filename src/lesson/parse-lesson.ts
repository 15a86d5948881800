import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import { digestOf } from './digest.ts';
import { parseFrontMatter } from './front-matter.ts';
import type { Lesson } from './lesson.ts';
import { beginning, openManuscript, report, sorted } from './manuscript.ts';
import { parseIntro } from './parse-intro.ts';
import { parseStep } from './parse-step.ts';
import { lessonError } from './problem.ts';
import { toSections } from './sections.ts';
import { reportHeldCharacters, reportWrittenCharacters } from './terminal-characters.ts';

/**
 * Parses a `lesson.md`, whose grammar is in docs/lesson-format.md. Throws a KnownError with all
 * its problems.
 *
 * @param file The file's path, for messages.
 * @param number The lesson's number, from its folder's name.
 */
export function parseLesson(source: string, file: string, number: number): Lesson {
	const manuscript = openManuscript(file, source);
	reportHeldCharacters(manuscript);
	if (manuscript.problems.length > 0) {
		throw lessonError(manuscript.problems);
	}
	const tree = fromMarkdown(source, {
		extensions: [frontmatter()],
		mdastExtensions: [frontmatterFromMarkdown()],
	});
	reportWrittenCharacters(tree, manuscript);
	const [first] = tree.children;
	const head = parseFrontMatter(first?.type === 'yaml' ? first : undefined, manuscript);
	const { intro, steps } = toSections(tree, manuscript);
	const { needs, ...opening } = parseIntro(intro, manuscript);
	const lesson = {
		...head,
		number,
		file,
		digest: digestOf(source),
		...opening,
		steps: steps.map((section) => {
			const step = parseStep(section, manuscript);
			return { ...step, needs: [...needs, ...step.needs] };
		}),
	};
	if (steps.length === 0) {
		report(manuscript, beginning, noSteps);
	}
	if (manuscript.problems.length > 0) {
		throw lessonError(sorted(manuscript.problems));
	}
	return lesson;
}

const noSteps =
	'This lesson has no steps; begin each with a heading such as `## Lock bash into an empty directory`.';
