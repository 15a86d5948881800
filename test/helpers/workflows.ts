import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A file of `.github/workflows/`, as far as the tests ask. */
export type Workflow = {
	readonly name: string;
	readonly on: Readonly<Record<string, unknown>>;
	readonly permissions?: Readonly<Record<string, string>>;
	readonly jobs: Readonly<Record<string, Job>>;
};

export type Job = {
	readonly needs?: string;
	readonly 'timeout-minutes'?: number;
	readonly permissions?: Readonly<Record<string, string>>;
	readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
	readonly steps: readonly WorkflowStep[];
};

type WorkflowStep = {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, string>>;
};

const directory = '.github/workflows';

/** The text of each workflow, by the name of its file. */
export const workflowTexts: ReadonlyMap<string, string> = new Map(
	readdirSync(directory).map((file) => [file, readFileSync(`${directory}/${file}`, 'utf8')]),
);

/** @throws Error where there is no such file */
export function readWorkflow(file: string): Workflow {
	const text = workflowTexts.get(file);
	if (text === undefined) {
		throw new Error(`There is no workflow ${file}.`);
	}

	return parse(text) as Workflow;
}

/** The lines that a job runs, in their order. */
export const linesOf = ({ steps }: Job): readonly string[] =>
	steps.flatMap(({ run }) => run?.trim().split('\n') ?? []);
