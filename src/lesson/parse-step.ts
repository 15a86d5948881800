import { KnownError } from '../text/known-error.ts';
import { arrange } from './arrangement.ts';
import { type Block, writtenLines } from './blocks.ts';
import type { Expectation } from './expectation.ts';
import type { Step } from './lesson.ts';
import { type Manuscript, placeOf, report } from './manuscript.ts';
import { isSetup, parseCommands } from './parse-commands.ts';
import { parseNeeds } from './parse-needs.ts';
import { parseProofs } from './parse-proofs.ts';
import { parseQuestion } from './parse-question.ts';
import { parseExpectation } from './parse-expectation.ts';
import { parseTask } from './parse-task.ts';
import { type StepSection, slice } from './sections.ts';

/** Parses one `##` heading with what stands below it. Reports what is wrong with it. */
export function parseStep({ title, place, nodes }: StepSection, manuscript: Manuscript): Step {
	const { before, blocks, after } = arrange(nodes, manuscript);
	const { prose, question } = parseQuestion(before, manuscript);
	const id = kebabCase(title);
	if (id === '') {
		report(manuscript, place, noTitle);
	}
	for (const block of blocks.filter(isSetup)) {
		report(manuscript, block.place, noSetupHere);
	}
	const { kind, hints } = parseTask(title, place, blocks, manuscript);
	const of = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind);
	return {
		id,
		title,
		kind,
		line: place.line,
		needs: of('needs').flatMap((block) => parseNeeds(block, manuscript)),
		prose: slice(manuscript, prose),
		question,
		hints,
		commands: of('commands').flatMap((block) => parseCommands(block, manuscript)),
		expectations: of('expect').flatMap((block) => parseExpectations(block, manuscript)),
		proofs: of('proof').flatMap((block) => parseProofs(block, manuscript)),
		after: slice(manuscript, after),
	};
}

function kebabCase(title: string): string {
	return title
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[\p{Mark}'’]/gu, '')
		.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
		.replaceAll(/^-|-$/g, '');
}

function parseExpectations(block: Block, manuscript: Manuscript): readonly Expectation[] {
	return writtenLines(block).flatMap(({ text, line }) => {
		try {
			return [{ text, line, ...parseExpectation(text) }];
		} catch (error) {
			if (!(error instanceof KnownError)) {
				throw error;
			}
			report(manuscript, placeOf(manuscript, text, line), error.message);
			return [];
		}
	});
}

const noTitle = 'A step needs a title, such as `## Lock bash into an empty directory`.';
const noSetupHere =
	'Setup stands before the first `##`; take the word `setup` away to let this step type the commands.';
