/**
 * The events of the steps that failed, of what `run --json` printed, one a line; of the last step where it ended in the
 * middle of one.
 */
export function failedSteps(output: string): string {
	const steps: string[][] = [];
	for (const line of output.split('\n').filter(Boolean)) {
		if (line.includes('"kind":"step-started"')) {
			steps.push([]);
		}
		// The snapshots are long, and what was seen in them is in the checks.
		if (!line.includes('"kind":"observed"')) {
			steps.at(-1)?.push(line);
		}
	}
	return steps.filter(hasFailed).flat().join('\n');
}

function hasFailed(step: readonly string[]): boolean {
	const end = step.find((line) => line.includes('"kind":"step-finished"'));
	return end === undefined || end.includes('"outcome":"failed"');
}
