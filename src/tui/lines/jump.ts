import type { Model } from '../model.ts';
import { pageOf } from '../model.ts';
import type { FoundStep } from '../step-search.ts';
import { numberOf, foundSteps } from '../step-search.ts';
import type { JumpWindow } from '../windows.ts';
import type { Line } from './line.ts';
import { cut, hanging, justified, span, widthOf } from './line.ts';
import { markOf } from './marks.ts';

/** The steps that one can go to, a row each, one of them chosen. */
export function jumpLines(model: Model, { query, selected }: JumpWindow, width: number): Line[] {
	const targets = foundSteps(model, query);
	if (targets.length === 0) {
		return hanging([], 'No step of any lesson has that.', 'dim', width);
	}
	const column = Math.max(...targets.map((target) => numberOf(target).length));
	return targets.map((target, index) => {
		const isSelected = index === selected;
		const left = [
			span(isSelected ? '❯ ' : '  ', 'accent'),
			markOfTarget(model, target),
			span(` ${numberOf(target).padStart(column)}  `, 'dim'),
			span(target.title, isSelected ? 'heading' : 'plain'),
		];
		const right = rightOf(target, width - widthOf(left) - 2);
		return justified(left, right, width) ?? cut(left, width);
	});
}

/** Where the search was found, as far as there is room for it, or else the lesson. */
function rightOf({ found, isHere, lesson }: FoundStep, room: number): Line {
	if (found !== undefined) {
		return room < roomForFound ? [] : cut([span(found, 'dim')], room);
	}
	return isHere ? [] : [span(lesson.title, 'dim')];
}

const roomForFound = 12;

function markOfTarget(model: Model, { isHere, step }: FoundStep) {
	const page = pageOf(model);
	return isHere ? markOf(model.state, step, page.kind === 'step' ? page.index : -1) : span(' ');
}
