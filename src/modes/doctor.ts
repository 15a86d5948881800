import { readControllerPlaces } from '../kernel/controllers.ts';
import { readDistribution } from '../kernel/distribution.ts';
import { readMachine } from '../kernel/machine.ts';
import { layoutExamination } from '../report/examination.ts';
import { probe } from '../stage/probe.ts';
import { findTool } from '../stage/tools.ts';
import { version } from '../version.ts';
import { summarize } from './course.ts';
import { loadLessons } from './lessons.ts';

const tools = [
	...['bash', 'chroot', 'ldd', 'unshare', 'mount', 'setpriv', 'ps'],
	...['cgcreate', 'cgclassify', 'cgset', 'cgdelete'],
];

/** What this machine can do, what is missing and how to get it. Changes nothing. */
export async function doctor({ json }: { readonly json: boolean }): Promise<number> {
	const lessons = await loadLessons(undefined);
	const { capabilities } = await probe();
	const { kernel, cores, memory } = readMachine();
	const examination = {
		program: version,
		node: process.versions.node,
		kernel,
		distribution: readDistribution().name,
		uid: process.getuid?.() ?? 0,
		cores,
		memory,
		controllers: Object.fromEntries(
			Object.entries(readControllerPlaces()).map(([name, place]) => [
				name,
				place?.version ?? 'none',
			]),
		),
		tools: Object.fromEntries(tools.map((name) => [name, findTool(name)?.path ?? null])),
		provides: [...capabilities.provides],
		missing: Object.fromEntries(capabilities.missing),
		lessons: lessons.map((lesson) => summarize(lesson, capabilities)),
	};
	process.stdout.write(json ? `${JSON.stringify(examination)}\n` : layoutExamination(examination));
	return 0;
}
