import { readdirSync } from 'node:fs';

/** Of every lesson that there is, as one types them. */
export const lessonNumbers: readonly string[] = readdirSync('lessons')
	.map((name) => String(parseInt(name, 10)))
	.sort((one, other) => Number(one) - Number(other));

/** The keys that go from the first lesson of the list to this one. */
export function downTo(number: string): string {
	return '\u001B[B'.repeat(lessonNumbers.indexOf(number));
}

/** The keys that open this lesson, from the first one of the list. */
export function opening(number: string): string {
	return `${downTo(number)}\r`;
}
