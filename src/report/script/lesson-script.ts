import type { Lesson } from '../../lesson/lesson.ts';
import { comment, heading } from './comment.ts';
import { functionsFor } from './functions.ts';
import { commonNeeds, lookFor, otherNeeds, require } from './requirements.ts';
import directory from './shell/directory.sh';
import ending from './shell/ending.sh';
import groups from './shell/groups.sh';
import machine from './shell/machine.sh';
import scope from './shell/scope.sh';
import variables from './shell/variables.sh';
import { writeSetup, writeStep } from './step.ts';

/**
 * Returns a lesson as a bash script that does it without this program.
 *
 * @param version The version of this program.
 * @throws KnownError for a command with a fact that a script cannot know
 */
export function lessonScript(lesson: Lesson, version: string): string {
	const doubtful = otherNeeds(lesson);
	const limits = doubtful.includes('limits');
	const required = commonNeeds(lesson).map(require).join('\n');
	const prepared = [
		doubtful.length === 0 ? '' : `declare -A missing\n${doubtful.map(lookFor).join('\n')}`,
		`open_terminals ${terminalsOf(lesson).join(' ')}`,
	];
	const steps = lesson.steps.map((step, index) => writeStep(step, index, doubtful));
	const story = [writeSetup(lesson), ...steps, ending];
	const early = functionsFor(required);
	const late = functionsFor([limits ? groups : '', ...prepared, ...story].join('\n'));
	const parts = [
		'#!/usr/bin/env bash',
		comment(header(lesson, version)),
		heading('How it works'),
		machine,
		...early,
		required,
		limits ? scope : '',
		directory,
		...late.filter((definition) => !early.includes(definition)),
		limits ? variables + groups : variables,
		...prepared,
		heading(lesson.title),
		comment(lesson.intro),
		...story,
	];
	return `${parts
		.filter((part) => part !== '')
		.map((part) => part.trim())
		.join('\n\n')}\n`;
}

const header = ({ number, title }: Lesson, version: string) => `
${title}

Lesson ${number} of containers-under-the-hood, as a script that works without it. Made by containers-under-the-hood ${version}.

    bash lesson.sh

does the lesson on this machine, as root or as an ordinary user. Every command is shown before it runs, with the terminal that it is typed into. What should then be so is looked for, and the script ends with 0 if all of it was.

It takes Linux, with bash and util-linux. Its files are in a directory of its own, its mounts in a mount namespace of its own, and it signals only processes that it has started. When it ends, also by Ctrl-C, it removes what it has made.
`;

/** Returns the terminals of a lesson, in the order in which they are first typed into. */
function terminalsOf({ setup, steps }: Lesson): readonly string[] {
	const commands = [...setup, ...steps.flatMap((step) => step.commands)];
	return [...new Set(commands.map(({ terminal }) => terminal))];
}
