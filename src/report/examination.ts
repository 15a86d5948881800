import { memorySize } from '../engine/amounts.ts';
import { layoutVerdicts, type ListedLesson, nameColumn } from './lessons.ts';
import { describeMachine, type MachineFound } from './machine-found.ts';
import { hang, plain } from './span.ts';
import { wrap } from './wrap.ts';

/** What `doctor` found out; printed as JSON, too, see docs/doctor.md. */
export type Examination = MachineFound & {
	/** Raised when a key goes or changes its meaning; new keys do not raise it. */
	readonly format: 1;
	readonly program: string;
	readonly node: string;
	readonly lessons: readonly ListedLesson[];
};

/** One screen: the machine, and what becomes of each lesson on it. */
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
