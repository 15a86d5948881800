import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Missing } from '../../src/engine/words/provisions.ts';
import type { Header } from '../../src/record/header.ts';
import { parseRecording } from '../../src/record/parse.ts';
import { failedSteps } from '../helpers/failed-steps.ts';
import { tellOnFailure } from '../helpers/tell-on-failure.ts';

/** What became of every lesson on one kind of machine: a row of `docs/machines.md`. */
export type Result = {
	readonly on: Pick<Header, 'distribution' | 'kernel' | 'cgroup' | 'uid' | 'node'>;
	readonly lessons: readonly LessonResult[];
	/** Why steps were skipped, each once. */
	readonly causes: readonly Missing[];
	/** Sentences, where steps failed. */
	readonly failures: readonly string[];
};

type LessonResult = {
	readonly id: string;
	readonly number: number;
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
};

/** Reads what `run --json` printed. */
export async function resultOf(output: string): Promise<Result> {
	tellOnFailure(() => failedSteps(output));
	const { header, events } = await parseRecording(output);
	const { distribution, kernel, cgroup, uid, node } = header;
	const lessons: LessonResult[] = [];
	const causes = new Map<string, Missing>();
	const failures: string[] = [];
	for (const { event } of events) {
		if (event.kind === 'lesson-started') {
			const { lesson: id, number } = event;
			lessons.push({ id, number, passed: 0, failed: 0, skipped: 0 });
		} else if (event.kind === 'step-finished') {
			const last = lessons.pop();
			if (last !== undefined) {
				lessons.push({ ...last, [event.outcome]: last[event.outcome] + 1 });
			}
			event.missing.forEach((one) => causes.set(one.cause, one));
			if (event.outcome === 'failed') {
				failures.push(`${event.step}: ${event.why ?? ''}`);
			}
		}
	}

	return {
		on: { distribution, kernel, cgroup, uid, node },
		lessons,
		causes: [...causes.values()],
		failures,
	};
}

const directory = fileURLToPath(new URL('results', import.meta.url));

/** Keeps it for `scripts/machines.ts`, which draws the table. */
export function keep(kind: string, result: Result): void {
	mkdirSync(directory, { recursive: true });
	writeFileSync(`${directory}/${kind}.json`, `${JSON.stringify(result, undefined, '\t')}\n`);
}
