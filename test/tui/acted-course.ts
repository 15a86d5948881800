import { createStore, type WritableStore } from '../../src/engine/run/store.ts';
import { type Course, type Kept, type LessonSummary, nothingKept } from '../../src/tui/course.ts';
import type { CourseServices } from '../../src/tui/services.ts';
import { actedLesson, type ActedLesson } from './acted-lesson.ts';
import { actSession, type ActedSession } from './acted-session.ts';
import { file, process, snapshot } from './snapshots.ts';

const busybody = Array.from(
	{ length: 40 },
	(_, index) =>
		`${String(100 + index).padStart(7)} ?        00:00:0${index % 10} kworker/${index}:1`,
).join('\n');

/** A lesson with an expected failure, a shell that is entered, and a command that takes its time. */
export const chroot: ActedLesson = actedLesson(
	{
		id: 'chroot',
		number: 1,
		title: 'A root of its own',
		intro:
			'A container is not a thing the kernel has. It is an ordinary process that the kernel shows less to, and allows less of. Three old features of Linux do the work: `chroot` for the files, *namespaces* for everything else it can see, and *control groups* for how much it may use.\n\nWe begin with the oldest. `chroot`, short for *change root*, starts a program for which some directory is `/`.',
	},
	[
		{
			title: 'A shell in an empty directory',
			prose:
				'Now we ask for a shell whose `/` is an empty directory. It will **not** work. Read what it says, and watch the exit code.',
			commands: [
				{ terminal: 'host', text: 'mkdir my-container' },
				{
					terminal: 'host',
					text: 'chroot my-container bash',
					output: "chroot: failed to run command 'bash': No such file or directory\n",
					exit: 127,
				},
			],
			checks: [
				['exit 127', 'exit 127', true],
				['output contains No such file or directory', 'it does', true],
			],
			after: snapshot({ files: [{ path: 'my-container', kind: 'directory', size: 0 }] }),
			explanation:
				'`my-container` exists, so what is it that does not? It is bash. The shell we asked for would have to be in the new `/`, and the new `/` is empty. The exit code 127 says the same in a number: *there is no such program*.',
		},
		{
			title: 'Bash moves in',
			prose: 'We copy bash and every library it names, and ask again.',
			commands: [
				{
					terminal: 'host',
					text: 'cp -Lu --parents $(type -P bash) \\\n$(ldd $(type -P bash) | grep -o "/[^ )]*") my-container',
				},
				{ terminal: 'container-1', text: 'chroot my-container bash', shell: 'entered' },
				{ terminal: 'container-1', text: 'pwd', directory: '/', output: '/\n' },
				{ terminal: 'container-1', text: 'ps -e', directory: '/', output: `${busybody}\n` },
			],
			checks: [['file my-container/usr/bin/bash exists', '1265648 bytes', true]],
			after: snapshot({
				files: [
					{ path: 'my-container', kind: 'directory', size: 0 },
					file('my-container/usr/bin/bash', 1265648),
					file('my-container/lib/x86_64-linux-gnu/libc.so.6', 1922136),
				],
				processes: [
					process(2400, 'bash', 'host'),
					process(2451, 'bash', 'container-1', { root: 'my-container' }),
				],
			}),
			explanation: 'It works. `/` is our directory, and the kernel still shows every process.',
		},
		{
			title: 'Something that takes a while',
			prose: 'A command that does not end by itself.',
			commands: [
				{
					terminal: 'container-1',
					directory: '/',
					text: 'tail -f a.txt',
					output: 'waiting for lines\n',
					exit: 130,
					seconds: 4.2,
					holds: true,
				},
			],
			checks: [['exit 130', 'exit 130', true]],
		},
	],
);

/** A lesson of which this machine can do little, and that goes wrong. */
export const limits: ActedLesson = actedLesson(
	{
		id: 'limits',
		number: 6,
		title: 'Limits',
		intro: 'Nothing so far decides how much a container *takes*.',
	},
	[
		{
			title: 'A control group',
			prose: 'A control group is a box for processes, with limits written on it.',
			commands: [{ terminal: 'host', text: 'cgcreate -g cpu,memory:/container-group' }],
			missing: [
				{
					cause: 'This machine has cgroups v1, and only root may make groups there.',
					fix: 'Run the program as root.',
				},
			],
			elsewhere: {
				version: 'v2',
				commands: [{ terminal: 'host', text: 'mkdir /sys/fs/cgroup/container-group' }],
			},
		},
		{
			title: 'One core',
			prose: 'We write one core on it.',
			commands: [
				{
					terminal: 'host',
					text: 'cgset -r cpu.cfs_quota_us=100000 container-group',
					exit: 1,
					output: 'cgset: the group container-group can not be found\n',
				},
			],
			checks: [['group container-group gets 1 core', 'there is no group container-group', false]],
			why: '`cgset` exited with 1, and nothing in the lesson expects that.',
		},
	],
	[
		{ terminal: 'host', text: 'mkdir -p my-container-1/proc' },
		{ terminal: 'container-1', text: 'chroot my-container-1 bash' },
	],
);

/** A course that can be changed, and what acts for it. */
export type ActedCourse = CourseServices & {
	readonly course: WritableStore<Course>;
	readonly session: ActedSession;
};

type Changes = Partial<Omit<Course, 'kept'> & Kept & Omit<CourseServices, 'session'>>;

/** Nothing is kept of the learner where no change says what. */
export function actedCourse(
	{ memory, install, lessons, suggestion, recordedOn, ...kept }: Changes = {},
	acted: readonly ActedLesson[] = [chroot, limits],
): ActedCourse {
	const isKept = memory !== undefined || Object.keys(kept).length > 0;
	return {
		course: createStore<Course>({
			lessons: lessons ?? summaries,
			suggestion,
			kept: isKept ? { ...nothingKept, ...kept } : undefined,
			recordedOn,
		}),
		session: actSession(acted),
		memory,
		install,
	};
}

function summaryOf({ started }: ActedLesson, readiness: LessonSummary['readiness']): LessonSummary {
	const { lesson, number, title, minutes, steps } = started;
	const causes =
		readiness === 'ready'
			? []
			: [
					{
						cause: 'This machine has cgroups v1, and only root may make groups there.',
						fix: 'Run the program as root.',
					},
				];
	return { id: lesson, number, title, minutes, steps, readiness, causes, recorded: 0 };
}

function other(number: number, id: string, title: string): LessonSummary {
	const steps = ['First', 'Second', 'Third'].map((name) => ({
		id: name.toLowerCase(),
		title: name,
	}));
	return { id, number, title, minutes: 6, steps, readiness: 'ready', causes: [], recorded: 0 };
}

/** The lessons in the list; only the first and the last one can be opened. */
export const summaries: readonly LessonSummary[] = [
	summaryOf(chroot, 'ready'),
	other(2, 'ldd', 'Bash moves in'),
	other(3, 'leak', 'The leak'),
	other(4, 'unshare', 'Process ids of its own'),
	summaryOf(limits, 'limited'),
];
