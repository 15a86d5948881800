import { nearest } from './nearest.ts';
import { type Condition, type Requirement, requirements } from './requirement.ts';

export function isRequirement(word: string): word is Requirement {
	return (requirements as readonly string[]).includes(word);
}

export function isCondition(word: string): word is Condition {
	return isRequirement(word.replace(/^no-/, ''));
}

/** The same requirement, the other way round. */
export function opposite(condition: Condition): Condition {
	const requirement = requirementOf(condition);
	return condition === requirement ? `no-${requirement}` : requirement;
}

/** Whether no machine has both. */
export function excludes(one: Condition, other: Condition): boolean {
	return one === opposite(other) || (isVersion(one) && isVersion(other) && one !== other);
}

export function requirementOf(condition: Condition): Requirement {
	return condition.replace(/^no-/, '') as Requirement;
}

/** For the author who wrote another word. */
export function unknownRequirement(word: string): string {
	const names = nearest(word, requirements).map((requirement) => `\`${requirement}\``);
	return `There is no requirement \`${word}\`; the requirements are ${names.join(', ')}.`;
}

/** A machine has its cpu and memory controllers on one of them. */
function isVersion(condition: Condition): boolean {
	return condition === 'cgroup-v1' || condition === 'cgroup-v2';
}
