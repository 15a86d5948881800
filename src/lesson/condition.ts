import { mostAlike } from './most-alike.ts';
import { type Condition, type Requirement, requirements } from './requirement.ts';

/** Whether a word names a requirement. */
export function isRequirement(word: string): word is Requirement {
	return (requirements as readonly string[]).includes(word);
}

/** Whether a word is a condition: a requirement, or `no-` and a requirement. */
export function isCondition(word: string): word is Condition {
	return isRequirement(word.replace(/^no-/, ''));
}

/** Returns the condition that holds where this one does not: `no-tc` for `tc`. */
export function opposite(condition: Condition): Condition {
	const requirement = requirementOf(condition);
	return condition === requirement ? `no-${requirement}` : requirement;
}

/** Whether no machine can meet both conditions. */
export function excludes(one: Condition, other: Condition): boolean {
	return one === opposite(other) || (isVersion(one) && isVersion(other) && one !== other);
}

/** Returns the requirement that a condition is about. */
export function requirementOf(condition: Condition): Requirement {
	return condition.replace(/^no-/, '') as Requirement;
}

/**
 * Returns the sentence for an author who wrote a word that is no requirement, with those most like
 * it.
 */
export function unknownRequirement(word: string): string {
	const names = mostAlike(word, requirements).map((requirement) => `\`${requirement}\``);
	return `There is no requirement \`${word}\`; the requirements are ${names.join(', ')}.`;
}

/**
 * Whether the condition is a version of cgroups: a machine has its cpu and memory controllers on
 * one of the two.
 */
function isVersion(condition: Condition): boolean {
	return condition === 'cgroup-v1' || condition === 'cgroup-v2';
}
