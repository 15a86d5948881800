import type { Action } from './keys.ts';
import { openedLesson, pageOf, suggestionFor, type Model, type Page } from './model.ts';

type StepPage = Extract<Page, { kind: 'step' }>;
type Reason = (model: Model) => string;

const cannotRun = 'This step cannot run here: Enter goes on.';

/** Why each key may not work in a lesson, while nothing runs. */
export const whyNotInLesson: Readonly<Record<Action, Reason>> = {
	forward: () => 'There is nothing to go on to: l leads to the list.',
	answer: ofStep(({ step: { started, phase, prediction } }, { course }) => {
		if (!started.question) {
			return 'Nothing is asked here.';
		}
		if (phase === 'skipped') {
			return cannotRun;
		}
		if (prediction !== undefined) {
			return 'You have answered, and the step has run.';
		}
		return course.kept ? 'It has run unanswered: x resets the step.' : 'It has run unanswered.';
	}),
	edit: ofStep(({ step }, { course }) => {
		if (course.recordedOn) {
			return 'A recording: nothing can be changed in it.';
		}
		if (step.phase === 'skipped') {
			return cannotRun;
		}
		return step.started.commands.some(({ editable }) => editable)
			? 'It has run: x resets the step.'
			: 'Only a line that says so can be changed.';
	}),
	hint: ofStep(({ step: { started, phase } }) => {
		if (!started.task) {
			return 'No hints here: they come with what you do yourself.';
		}
		if (phase === 'skipped') {
			return cannotRun;
		}
		return phase === 'waiting' ? 'There are no more hints.' : 'It has run: x resets the step.';
	}),
	prove: ofStep(({ step }) =>
		step.phase === 'waiting'
			? 'Nothing to prove yet: the step has not run.'
			: 'This step has nothing to prove.',
	),
	calls: ofStep(({ step }) =>
		step.phase === 'waiting' && step.started.commands.length > 0
			? 'Run the step first: then u shows its calls.'
			: 'No command ran here, so there are no system calls.',
	),
	back: () => 'This is the first step.',
	up: inSight,
	down: inSight,
	'page-up': inSight,
	'page-down': inSight,
	first: inSight,
	last: inSight,
	pane: () => 'There is no other pane to scroll.',
	unfold: () => 'Nothing is folded here.',
	copy: () => 'There is nothing to copy here.',
	jump: () => 'l leads to the list, and j from there to a step.',
	type: notTyping,
	erase: notTyping,
	skip: ofStep(({ step: { phase } }) => {
		if (phase === 'skipped') {
			return cannotRun;
		}
		return phase === 'waiting'
			? 'Nothing runs in this step: Enter goes on.'
			: 'This step was performed: there is nothing to skip.';
	}),
	reset: () => 'Of a recording nothing is kept: nothing to reset.',
	install: (model) =>
		suggestionFor(model, openedLesson(model))
			? 'i works where its command is in sight: step 1, g.'
			: 'Nothing is offered to be installed here.',
	visit: (model) =>
		openedLesson(model)?.readiness === 'not here'
			? 'Nothing of it runs on this machine: nowhere to go.'
			: 'There is no terminal to visit here.',
	'start-over': () => 'r works in the list of lessons (l); x resets this one.',
	review: () => 'w works in the list of lessons: l leads there.',
	lessons: () => 'This is the list of lessons.',
	close: () => 'There is no window to close.',
	keys: () => 'There are no keys here.',
	stop: () => 'Nothing runs.',
	quit: () => 'It is being left.',
};

/** The reason for something that only steps have; on other pages it is looked for in vain. */
function ofStep(reason: (page: StepPage, model: Model) => string): Reason {
	return (model) => {
		const page = pageOf(model);
		return page.kind === 'step' ? reason(page, model) : 'That is for a step: ← goes back to one.';
	};
}

function inSight(): string {
	return 'All of it is in sight.';
}

function notTyping(): string {
	return 'Nothing is being typed: j searches.';
}
