import { placeOf } from '../manuscript.ts';
import { dangers } from './dangers.ts';
import { placeCommands } from './jails.ts';
import type { Rule } from './rule.ts';
import { allCommands } from './shell-words.ts';

/**
 * Finds commands that would not leave the learner's machine as it was, outside of the sandbox and
 * the stage's cgroups.
 */
export const sandbox: Rule = (lesson, manuscript) =>
	placeCommands(lesson).flatMap(({ command, ...shell }) =>
		allCommands(command.text)
			.flatMap((simple) => dangers(simple, shell))
			.map((message) => ({ place: placeOf(manuscript, command.text, command.line), message })),
	);
