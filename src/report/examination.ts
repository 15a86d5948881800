import { memorySize } from '../engine/amounts.ts';
import { layoutLessons, type ListedLesson } from './lessons.ts';

/** What `doctor` found out about a machine. */
export type Examination = {
	readonly program: string;
	readonly node: string;
	readonly kernel: string;
	readonly distribution: string;
	readonly uid: number;
	readonly cores: number;
	/** Bytes. */
	readonly memory: number;
	/** `v1`, `v2` or `none`, by name. */
	readonly controllers: Readonly<Record<string, string>>;
	/** Paths, by name. */
	readonly tools: Readonly<Record<string, string | null>>;
	readonly lessons: readonly ListedLesson[];
};

/** One screen: the machine, its tools, and what becomes of each lesson. */
export function layoutExamination(found: Examination): string {
	const absent = Object.keys(found.tools).filter((name) => found.tools[name] === null);
	const rows = [
		['program', `${found.program}, Node.js ${found.node}`],
		['system', `${found.distribution}, kernel ${found.kernel}`],
		['machine', `${found.cores} cores, ${memorySize(found.memory)}`],
		['user', found.uid === 0 ? 'root' : `an ordinary user (uid ${found.uid})`],
		[
			'cgroups',
			Object.entries(found.controllers)
				.map((pair) => pair.join(' '))
				.join(', '),
		],
		['tools', absent.length === 0 ? 'all there' : `not installed: ${absent.join(', ')}`],
	];
	const machine = rows.map(([name = '', value = '']) => `${name.padEnd(9)}${value}\n`).join('');
	return `${machine}\n${layoutLessons(found.lessons)}`;
}
