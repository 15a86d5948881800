import { memorySize } from '../engine/judge/amounts.ts';
import { layoutVerdicts, type ListedLesson, nameColumn } from './lessons.ts';
import { describeMachine, type MachineFound } from './machine-found.ts';
import { hang, plain } from './span.ts';
import { wrap } from './wrap.ts';

/** What `doctor` finds out; it is printed as JSON as well, which docs/doctor.md describes. */
export type Examination = MachineFound & {
	/**
	 * The version of the JSON: raised when a key goes or changes its meaning, and not for new keys.
	 */
	readonly format: 1;
	readonly program: string;
	readonly node: string;
	readonly lessons: readonly ListedLesson[];
};

/** Returns one screen of text: the machine, and what can be done of each lesson on it. */
export function layoutExamination(found: Examination, columns: number): string {
	const cores = `${found.cores} ${found.cores === 1 ? 'core' : 'cores'}`;
	const rows = [
		...describeMachine(found),
		[
			'machine',
			`${cores}, ${memorySize(found.memory)}; Node.js ${found.node}, this program ${found.program}`,
		],
	] as const;
	const machine = rows.flatMap(([name, value]) =>
		hang(
			wrap([plain(value)], columns - nameColumn),
			plain(name.padEnd(nameColumn)),
			plain(' '.repeat(nameColumn)),
		).map((line) => line.map(({ text }) => text).join('')),
	);
	return `${machine.join('\n')}\n\n${layoutVerdicts(found.lessons, columns)}`;
}
